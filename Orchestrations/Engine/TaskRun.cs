using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Engine;

/// <summary>One task on its way through the router: work for a pool thread first, then the command that brings its outcome to the applier.</summary>
#pragma warning disable CA1001 // A cancellation source without a timer and without a wait handle holds nothing to dispose of.
internal sealed class TaskRun(TaskRuns runs, OpenExecution execution, ExecutionStart start, TaskRequest request) : Command, IThreadPoolWorkItem
#pragma warning restore CA1001
{
    private readonly CancellationTokenSource cancellation = new();
    private volatile bool isInOtherHands = request.Resource is TaskResource.MapRun;
    private volatile bool isGivenUp;
    private Fact? fact;

    public (long Execution, long Task) Key => (execution.Key, request.Task);

    /// <summary>Whether a service has it in hand, or executions of their own do it, so that a shutdown need not wait for it: after the next start it is waited for again.</summary>
    public bool IsInOtherHands { get => isInOtherHands; set => isInOtherHands = value; }

    /// <summary>Whether the execution does not wait for it any more.</summary>
    public bool IsGivenUp { get => isGivenUp; set => isGivenUp = value; }

    /// <summary>When it began, by the machine's own clock in milliseconds.</summary>
    public long Since { get; } = Environment.TickCount64;

    public void Cancel() => cancellation.Cancel();

    public void Execute()
    {
        if (cancellation.IsCancellationRequested)
        {
            return;
        }

        var invocation = TaskInvocations.Begin(runs.Router, Call(), cancellation.Token);
        if (invocation.IsCompletedSuccessfully)
        {
            Report(invocation.Result);
        }
        else
        {
            _ = ReportWhenDoneAsync(invocation);
        }
    }

    public override void Apply(Applier applier)
    {
        if (applier.Deliver(execution, fact!) && fact is Fact.TaskSubmitted && request.Resource is TaskResource.Activity)
        {
            runs.Workers.Add(execution, request);
        }
    }

    private TaskCall Call() => new()
    {
        Request = request,
        Execution = start,
        SubmittedAsync = SubmittedAsync,
        HeartbeatAsync = HeartbeatAsync,
        IsGivenUp = () => IsGivenUp,
    };

    private async Task ReportWhenDoneAsync(ValueTask<TaskOutcome> invocation) => Report(await TaskInvocations.EndAsync(invocation));

    private void Report(TaskOutcome outcome)
    {
        fact = TaskInvocations.FactOf(outcome, runs.Now, request.Task);
        runs.Done(this);
    }

    private ValueTask SubmittedAsync(Json output) => runs.SubmitAsync(this, execution, new Fact.TaskSubmitted(runs.Now, request.Task, output));

    private ValueTask HeartbeatAsync() => runs.BeatAsync(execution, request.Task);
}
