using System.Diagnostics;

namespace TaskOrchestration.Orchestrations.Telemetry;

/// <summary>A span that has begun and not ended.</summary>
/// <param name="subject">What it is the span of.</param>
/// <param name="name">Its name.</param>
/// <param name="id">Its id.</param>
/// <param name="parent">The span around it; none for that of an execution.</param>
/// <param name="startedAt">When it began.</param>
internal sealed class SpanFrame(SpanSubject subject, string name, ActivitySpanId id, SpanFrame? parent, DateTimeOffset startedAt)
{
    public SpanSubject Subject => subject;

    public string Name => name;

    public ActivitySpanId Id => id;

    public SpanFrame? Parent => parent;

    public DateTimeOffset StartedAt => startedAt;

    /// <summary>Its attributes so far.</summary>
    public List<KeyValuePair<string, object?>> Tags { get; } = [];

    /// <summary>How many attempts at its task have begun, if it is a state's.</summary>
    public int Attempts { get; set; }

    /// <summary>What went wrong in it last; it is an error only if it does not end well all the same.</summary>
    public SpanFailure? Failure { get; set; }

    /// <summary>Whether its state has reported failure; what follows belongs to the states around it, until it is tried again.</summary>
    public bool HasFailed { get; set; }

    public bool HasEnded { get; set; }

    /// <summary>Whether this span lies within another one.</summary>
    public bool IsWithin(SpanFrame other)
    {
        var frame = parent;
        while (frame is not null && frame != other)
        {
            frame = frame.Parent;
        }

        return frame is not null;
    }
}
