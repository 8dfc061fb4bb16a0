namespace TaskOrchestration.Orchestrations.Telemetry;

/// <summary>What went wrong in a span.</summary>
internal sealed record SpanFailure(string? Error, string? Cause, DateTimeOffset At);
