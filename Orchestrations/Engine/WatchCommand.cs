namespace TaskOrchestration.Orchestrations.Engine;

/// <summary>Tell when an execution has ended, durably; at once if it is not open.</summary>
internal sealed class WatchCommand(string executionArn) : Command
{
    private readonly TaskCompletionSource completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Ended => completion.Task;

    public override void Apply(Applier applier)
    {
        if (applier.Find(executionArn) is { HasEnded: false } execution)
        {
            execution.Watchers.Add(this);
        }
        else
        {
            applier.AnswerWhenDurable(this);
        }
    }

    public override void Committed() => completion.TrySetResult();

    public override void Abandoned(Exception reason) => completion.TrySetException(reason);
}
