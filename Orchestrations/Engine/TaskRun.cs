using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Orchestrations.Engine;

/// <summary>One task on its way through the router: work for a pool thread first, then the command that brings its outcome to the applier.</summary>
#pragma warning disable CA1001 // A cancellation source without a timer and without a wait handle holds nothing to dispose of.
internal sealed class TaskRun(TaskRuns runs, OpenExecution execution, ExecutionStart start, TaskRequest request) : Command, IThreadPoolWorkItem
#pragma warning restore CA1001
{
    private readonly CancellationTokenSource cancellation = new();
    private Fact? fact;

    public (long Execution, long Task) Key => (execution.Key, request.Task);

    /// <summary>When it began, by the machine's own clock in milliseconds.</summary>
    public long Since { get; } = Environment.TickCount64;

    public void Cancel() => cancellation.Cancel();

    public void Execute()
    {
        if (cancellation.IsCancellationRequested)
        {
            return;
        }

        var invocation = TaskInvocations.Begin(runs.Router, new TaskCall { Request = request, Execution = start, HeartbeatAsync = HeartbeatAsync }, cancellation.Token);
        if (invocation.IsCompletedSuccessfully)
        {
            Report(invocation.Result);
        }
        else
        {
            _ = ReportWhenDoneAsync(invocation);
        }
    }

    public override void Apply(Applier applier) => applier.Deliver(execution, fact!);

    private async Task ReportWhenDoneAsync(ValueTask<TaskOutcome> invocation) => Report(await TaskInvocations.EndAsync(invocation));

    private void Report(TaskOutcome outcome)
    {
        fact = TaskInvocations.FactOf(outcome, runs.Now, request.Task);
        runs.Done(this);
    }

    private ValueTask HeartbeatAsync() => runs.BeatAsync(execution, request.Task);
}
