namespace TaskOrchestration.Cli.Serving;

/// <summary>What <c>taskorch serve</c> was asked for.</summary>
/// <param name="Port">The port on the loopback address; 0 for any that is free.</param>
/// <param name="DataFolder">Where everything durable is kept.</param>
public sealed record ServerOptions(int Port, string DataFolder);
