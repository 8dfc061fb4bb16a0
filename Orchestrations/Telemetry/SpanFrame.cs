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

    /// <summary>This one or the next around it in which states stand: not a state that holds no others.</summary>
    public SpanFrame AroundStates
    {
        get
        {
            var frame = this;
            while (frame.Subject is SpanSubject.State or SpanSubject.Attempt)
            {
                frame = frame.Parent!;
            }

            return frame;
        }
    }

    /// <summary>This one or the next around it that is a visit to a state.</summary>
    public SpanFrame Visit
    {
        get
        {
            var frame = this;
            while (frame.Subject is SpanSubject.Attempt or SpanSubject.Iteration && frame.Parent is { } around)
            {
                frame = around;
            }

            return frame;
        }
    }

    /// <summary>This one or the next around it that is a visit to a state that holds others.</summary>
    public SpanFrame Container
    {
        get
        {
            var frame = this;
            while (frame.Subject != SpanSubject.Container && frame.Parent is { } around)
            {
                frame = around;
            }

            return frame;
        }
    }

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
