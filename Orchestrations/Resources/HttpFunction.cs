namespace TaskOrchestration.Orchestrations.Resources;

/// <summary>A function that is reached over HTTP.</summary>
public sealed class HttpFunction
{
    /// <summary>Where it is posted to.</summary>
    public required Uri Url { get; init; }

    /// <summary>After how long an answer is no longer waited for. The task's own TimeoutSeconds counts as well.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Headers that each request gets, for instance a function key.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>The URL as messages may show it: without the query, which is where keys are.</summary>
    public string DisplayUrl => Url.GetLeftPart(UriPartial.Path);
}
