using System.Collections.Concurrent;

namespace TaskOrchestration.Orchestrations.Resources.Http;

/// <summary>Which connections there are.</summary>
public sealed class HttpConnections
{
    private readonly ConcurrentDictionary<string, HttpConnection> connections = [];

    /// <summary>Makes a connection, or changes the one that has the name.</summary>
    public void Add(string name, HttpConnection connection) => connections[name] = connection;

    /// <summary>The connection of an ARN, <c>arn:aws:events:REGION:ACCOUNT:connection/NAME/ID</c>, or of a name.</summary>
    public HttpConnection? Find(string arn) => connections.GetValueOrDefault(NameIn(arn));

    /// <summary>The name in an ARN.</summary>
    public static string NameIn(string arn)
    {
        ArgumentNullException.ThrowIfNull(arn);
        return arn.Split('/') is [var head, var name, ..] && head.EndsWith(":connection", StringComparison.Ordinal) ? name : arn;
    }
}
