using Microsoft.DurableTask;
using TaskOrchestration.Support.Durable.Histories;

namespace TaskOrchestration.Support.Durable.Replaying;

/// <summary>A call whose answer is awaited.</summary>
/// <param name="call">The call.</param>
/// <param name="name">What was called; empty for a timer.</param>
internal sealed class OpenTask(HubEvent.Called call, string name)
{
    private readonly TaskCompletionSource<string?> completion = new();

    /// <summary>The answer, as text. Goes on inline.</summary>
    public Task<string?> Answer => completion.Task;

    /// <summary>Whether that can be the answer. The number alone does not say so: an episode that was lost may have called for something else under it.</summary>
    public bool IsAnsweredBy(HubEvent.Answered answer) => call switch
    {
        HubEvent.ActivityCalled => answer is HubEvent.ActivityCompleted or HubEvent.ActivityFailed,
        HubEvent.ChildCalled => answer is HubEvent.ChildCompleted or HubEvent.ChildFailed,
        _ => answer is HubEvent.TimerFired,
    };

    /// <summary>Answers.</summary>
    public void Complete(string? result) => completion.TrySetResult(result);

    /// <summary>Fails, the way an orchestrator sees it.</summary>
    public void Fail(TaskFailureDetails details) => completion.TrySetException(new TaskFailedException(name, call.Task, details));

    /// <summary>Cancels.</summary>
    /// <returns>False if it is answered already.</returns>
    public bool TryCancel() => completion.TrySetCanceled();
}
