using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace TaskOrchestration.Orchestrations.Telemetry;

/// <summary>The ids of an execution's trace and spans.</summary>
/// <remarks>
/// They follow from the execution's ARN, the moment it began and the ids of history events, so that a process that goes on after another has died, and a
/// nested execution that knows no more than its parent's ARN, come to the same ids without asking anyone.
/// </remarks>
/// <param name="Key">What tells the execution from every other one, a later one of the same name included.</param>
/// <param name="TraceId">The trace it belongs to: its own, or that of the execution that started it.</param>
/// <param name="Parent">The span that it is a part of; the default where it begins its trace.</param>
internal sealed record SpanIdentity(string Key, ActivityTraceId TraceId, ActivitySpanId Parent)
{
    /// <summary>The ids of an execution that no other one started, or whose parent nobody knows.</summary>
    public static SpanIdentity Of(string executionArn, DateTimeOffset startedAt)
    {
        var key = $"{executionArn}@{startedAt.ToUnixTimeMilliseconds()}";
        return new SpanIdentity(key, ActivityTraceId.CreateFromBytes(Hash(key, "trace").AsSpan(0, 16)), Parent: default);
    }

    /// <summary>The ids of an execution that another one started.</summary>
    public static SpanIdentity Nested(string executionArn, DateTimeOffset startedAt, SpanIdentity parent) =>
        Of(executionArn, startedAt) with { TraceId = parent.TraceId, Parent = parent.Execution(0) };

    /// <summary>The span of the execution itself; each redrive has one of its own.</summary>
    public ActivitySpanId Execution(int redriveCount) => Span($"execution {redriveCount}");

    /// <summary>The span that begins with this event.</summary>
    public ActivitySpanId Event(long eventId) => Span($"event {eventId}");

    private ActivitySpanId Span(string part) => ActivitySpanId.CreateFromBytes(Hash(Key, part).AsSpan(0, 8));

    private static byte[] Hash(string key, string part) => SHA256.HashData(Encoding.UTF8.GetBytes($"{part} of {key}"));
}
