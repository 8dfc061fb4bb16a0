namespace TaskOrchestration.Orchestrations.Resources.Http;

/// <summary>What an EventBridge connection is on AWS: how a task makes itself known to somebody else's API, and what goes along with every request.</summary>
public sealed record HttpConnection
{
    /// <summary>Who the task says it is.</summary>
    public HttpAuthorization Authorization { get; init; } = HttpAuthorization.Nobody;

    /// <summary>Headers that every request gets, in the place of the task's own.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Query parameters that every request gets, in the place of the task's own.</summary>
    public IReadOnlyDictionary<string, string> QueryParameters { get; init; } = new Dictionary<string, string>();

    /// <summary>Members that the body of every request gets, in the place of the task's own.</summary>
    public IReadOnlyDictionary<string, string> BodyParameters { get; init; } = new Dictionary<string, string>();

    /// <summary>What the addresses may begin with that a task sends this to; empty for any address.</summary>
    public IReadOnlyList<Uri> Endpoints { get; init; } = [];

    /// <summary>Whether it may be used for an address.</summary>
    public bool Covers(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return Endpoints.Count == 0 || Endpoints.Any(endpoint =>
            endpoint.Scheme == address.Scheme
            && endpoint.Host == address.Host
            && endpoint.Port == address.Port
            && (address.AbsolutePath == endpoint.AbsolutePath || address.AbsolutePath.StartsWith($"{endpoint.AbsolutePath.TrimEnd('/')}/", StringComparison.Ordinal)));
    }
}
