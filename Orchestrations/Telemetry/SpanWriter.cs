using System.Diagnostics;

namespace TaskOrchestration.Orchestrations.Telemetry;

/// <summary>Hands spans that have ended to whoever listens to the source.</summary>
internal static class SpanWriter
{
    /// <summary>Writes a span.</summary>
    /// <param name="identity">The trace.</param>
    /// <param name="frame">The span.</param>
    /// <param name="end">When it ended.</param>
    /// <param name="isError">Whether it ended badly.</param>
    /// <param name="choosesIds">Whether ids can be chosen; if not, the span is part of the trace and nobody's child, for its parent has another id than is known here.</param>
    /// <param name="links">Other spans it has to do with.</param>
    public static void Write(SpanIdentity identity, SpanFrame frame, DateTimeOffset end, bool isError, bool choosesIds, IEnumerable<ActivityLink>? links = null)
    {
        var parent = new ActivityContext(identity.TraceId, choosesIds ? ParentOf(identity, frame) : default, ActivityTraceFlags.Recorded, traceState: null, isRemote: true);
        using var activity = ExecutionTraces.Source.StartActivity(frame.Name, KindOf(frame), parent, frame.Tags, links, frame.StartedAt);
        if (activity is null)
        {
            return;
        }

        if (choosesIds)
        {
            SpanIds.Choose(activity, frame.Id);
        }
        else
        {
            activity.SetTag(SpanAttributes.SpanId, frame.Id.ToHexString());
            activity.SetTag(SpanAttributes.ParentSpanId, ParentOf(identity, frame) is var id && id == default ? null : id.ToHexString());
        }

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

    private static ActivitySpanId ParentOf(SpanIdentity identity, SpanFrame frame) => frame.Parent?.Id ?? identity.Parent;

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
}
