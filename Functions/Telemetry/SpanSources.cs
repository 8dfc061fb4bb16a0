using TaskOrchestration.Orchestrations.Telemetry;

namespace TaskOrchestration.Functions.Telemetry;

/// <summary>Where the spans come from that are exported.</summary>
internal static class SpanSources
{
    /// <summary>Requests, by ASP.NET Core.</summary>
    public const string Requests = "Microsoft.AspNetCore";

    /// <summary>Invocations of functions, by the Functions worker.</summary>
    public const string Invocations = "Microsoft.Azure.Functions.Worker";

    /// <summary>All of them.</summary>
    public static string[] All { get; } = [ExecutionTraces.SourceName, Requests, Invocations];
}
