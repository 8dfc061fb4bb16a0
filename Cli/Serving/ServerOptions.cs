using System.Net;

namespace TaskOrchestration.Cli.Serving;

/// <summary>What <c>taskorch serve</c> was asked for.</summary>
/// <param name="Port">The port on the loopback address; 0 for any that is free.</param>
/// <param name="DataFolder">Where everything durable is kept.</param>
/// <param name="Functions">The URLs of functions that are invoked over HTTP, by function name.</param>
public sealed record ServerOptions(int Port, string DataFolder, IReadOnlyDictionary<string, string> Functions)
{
    /// <summary>Whether nobody is asked for credentials. On the loopback address only.</summary>
    public bool Anonymous { get; init; }

    /// <summary>The address to listen on.</summary>
    public IPAddress Host { get; init; } = IPAddress.Loopback;

    /// <summary>By which names clients may address the server; by any, if there are none and credentials are asked for.</summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    /// <summary>The file with the test cases that executions can be started with, or null for the one that the settings name.</summary>
    public string? MockFile { get; init; }

    /// <summary>Whether its clock can be moved forward over the API.</summary>
    public bool HasMovableClock { get; init; }
}
