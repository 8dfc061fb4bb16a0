namespace TaskOrchestration.Cli.Serving;

/// <summary>What <c>taskorch serve</c> was asked for.</summary>
/// <param name="Port">The port on the loopback address; 0 for any that is free.</param>
/// <param name="DataFolder">Where everything durable is kept.</param>
/// <param name="Functions">The URLs of functions that are invoked over HTTP, by function name.</param>
public sealed record ServerOptions(int Port, string DataFolder, IReadOnlyDictionary<string, string> Functions)
{
    /// <summary>Whether its clock can be moved forward over the API.</summary>
    public bool HasMovableClock { get; init; }
}
