using System.Diagnostics;

namespace TaskOrchestration.Domain.Tasks;

/// <summary>Which status of a task leads to which.</summary>
public static class TaskTransitions
{
    /// <summary>Whether a task may move from one status to another.</summary>
    public static bool Leads(TrackedStatus from, TrackedStatus to) => After(from).Contains(to);

    /// <summary>What a status leads to; nothing for the one end that is final.</summary>
    /// <remarks>Running leads to itself: its step is another. What failed or was called off may be tried again, at once or once its turn comes.</remarks>
    public static IReadOnlyList<TrackedStatus> After(TrackedStatus status) => status switch
    {
        TrackedStatus.Pending => [TrackedStatus.Running, TrackedStatus.Failed, TrackedStatus.Cancelled],
        TrackedStatus.Running =>
            [TrackedStatus.Running, TrackedStatus.Waiting, TrackedStatus.Succeeded, TrackedStatus.Failed, TrackedStatus.Cancelled],
        TrackedStatus.Waiting => [TrackedStatus.Running, TrackedStatus.Succeeded, TrackedStatus.Failed, TrackedStatus.Cancelled],
        TrackedStatus.Failed or TrackedStatus.Cancelled => [TrackedStatus.Running, TrackedStatus.Pending],
        TrackedStatus.Succeeded => [],
        _ => throw new UnreachableException($"Task status {status} leads nowhere known."),
    };

    /// <summary>Whether nothing is at work on a task of this status.</summary>
    public static bool IsEnd(TrackedStatus status) => status is TrackedStatus.Succeeded or TrackedStatus.Failed or TrackedStatus.Cancelled;

    /// <summary>What a status leads to, in words.</summary>
    public static string NamesAfter(TrackedStatus status) => After(status) is { Count: > 0 } next ? string.Join(", ", next) : "nothing else";
}
