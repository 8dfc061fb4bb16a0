using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace TaskOrchestration.Orchestrations.Telemetry;

/// <summary>Hands spans that have ended to whoever listens to the source.</summary>
internal static class SpanWriter
{
    /// <summary>Writes a span.</summary>
    /// <param name="identity">The trace.</param>
    /// <param name="frame">The span.</param>
    /// <param name="end">When it ended.</param>
    /// <param name="isError">Whether it ended badly.</param>
    /// <param name="links">Other spans it has to do with.</param>
    public static void Write(SpanIdentity identity, SpanFrame frame, DateTimeOffset end, bool isError, IEnumerable<ActivityLink>? links = null)
    {
        var parent = new ActivityContext(identity.TraceId, frame.Parent?.Id ?? identity.Parent, ActivityTraceFlags.Recorded, traceState: null, isRemote: true);
        using var activity = ExecutionTraces.Source.StartActivity(frame.Name, KindOf(frame), parent, frame.Tags, links, frame.StartedAt);
        if (activity is null)
        {
            return;
        }

        SpanIdOf(activity) = frame.Id.ToHexString();
        if (frame.Failure is { } failure)
        {
            AddFailure(activity, failure, isError);
        }

        if (isError)
        {
            activity.SetStatus(ActivityStatusCode.Error, frame.Failure?.Cause ?? frame.Failure?.Error);
        }

        activity.SetEndTime(end.UtcDateTime);
    }

    private static ActivityKind KindOf(SpanFrame frame) => frame.Subject == SpanSubject.Attempt ? ActivityKind.Client : ActivityKind.Internal;

    private static void AddFailure(Activity activity, SpanFailure failure, bool isError)
    {
        if (isError)
        {
            activity.SetTag(SpanAttributes.ErrorType, failure.Error ?? "_OTHER");
        }

        activity.AddEvent(new ActivityEvent(
            "exception",
            failure.At,
            new ActivityTagsCollection { ["exception.type"] = failure.Error ?? "_OTHER", ["exception.message"] = failure.Cause ?? "" }));
    }

    // The library lets nobody choose a span's id; without that, spans of one execution that two processes write could not refer to each other.
    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_spanId")]
    private static extern ref string? SpanIdOf(Activity activity);
}
