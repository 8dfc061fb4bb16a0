using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Cli.Client;

/// <summary>An execution as the server describes it.</summary>
public sealed record ExecutionView
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>AWS's word, for example <c>SUCCEEDED</c>.</summary>
    public required string Status { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset StartDate { get; init; }

    /// <summary>When it ended, or null while it runs.</summary>
    public DateTimeOffset? StopDate { get; init; }

    /// <summary>The output's JSON text, once it has succeeded.</summary>
    public string? Output { get; init; }

    /// <summary>The error, if it has failed with one.</summary>
    public string? Error { get; init; }

    /// <summary>The cause, if it has failed with one.</summary>
    public string? Cause { get; init; }

    internal static ExecutionView Of(JsonObject answer) => new()
    {
        Name = Text(answer, "name")!,
        Status = Text(answer, "status")!,
        StartDate = Moment(answer, "startDate")!.Value,
        StopDate = Moment(answer, "stopDate"),
        Output = Text(answer, "output"),
        Error = Text(answer, "error"),
        Cause = Text(answer, "cause"),
    };

    private static string? Text(JsonObject answer, string member) => (answer[member] as JsonString)?.Value;

    // The protocol writes moments as seconds since 1970, with a fraction.
    private static DateTimeOffset? Moment(JsonObject answer, string member) =>
        answer[member] is JsonNumber seconds ? DateTimeOffset.FromUnixTimeMilliseconds((long)Math.Round(seconds.Value * 1000)) : null;
}
