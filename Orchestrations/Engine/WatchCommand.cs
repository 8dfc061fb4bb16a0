using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Orchestrations.Engine;

/// <summary>Tell when an execution has ended, durably, and how; at once, and without the how, if it is not open.</summary>
internal class WatchCommand(string executionArn) : Command, IThreadPoolWorkItem
{
    private readonly TaskCompletionSource<ExecutionDescription?> completion = new();
    private ExecutionDescription? description;
    private Exception? abandonedBecause;

    /// <summary>The execution as it ended, or null if it was not open.</summary>
    public Task<ExecutionDescription?> Answer => completion.Task;

    public override void Apply(Applier applier)
    {
        if (applier.Find(executionArn) is { HasEnded: false } execution)
        {
            execution.Watch(this);
        }
        else
        {
            applier.AnswerWhenDurable(this);
        }
    }

    /// <summary>The execution has ended in memory.</summary>
    public void Ended(Execution execution) => description = Descriptions.Of(execution);

    public sealed override void Committed(Aftermath aftermath) => aftermath.Add(this);

    public sealed override void Abandoned(Exception reason)
    {
        abandonedBecause = reason;
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    /// <summary>Lets the sender go on, on this thread.</summary>
    void IThreadPoolWorkItem.Execute()
    {
        if (abandonedBecause is null)
        {
            completion.TrySetResult(description);
        }
        else
        {
            completion.TrySetException(abandonedBecause);
        }
    }
}
