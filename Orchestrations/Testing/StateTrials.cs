using TaskOrchestration.Orchestrations.Engine;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Testing;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Testing;

/// <summary>Runs states by themselves: tasks are really done and waits really take their time, up to five minutes.</summary>
public sealed class StateTrials(ITaskRouter router, TimeProvider time)
{
    /// <summary>How long a state may take; one that takes longer fails with <c>States.Timeout</c>.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>Runs one.</summary>
    /// <param name="machine">The machine with the state.</param>
    /// <param name="stateName">The state.</param>
    /// <param name="start">The circumstances.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<StateTrialResult> RunAsync(StateMachine machine, string stateName, StateTrialStart start, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(start);
        var trial = new StateTrial(machine, stateName, start);
        var end = Now() + Longest;
        var need = trial.Begin(Now());
        while (need is not TrialNeed.Nothing)
        {
            var met = need is TrialNeed.Work work
                ? await DoAsync(trial, work.Request, start.Execution, end, cancellationToken)
                : await WaitAsync(trial, ((TrialNeed.Pause)need).Due, end, cancellationToken);
            if (met is null)
            {
                return trial.GiveUp(Now());
            }

            need = met;
        }

        return ((TrialNeed.Nothing)need).Result;
    }

    private async Task<TrialNeed?> DoAsync(StateTrial trial, TaskRequest request, ExecutionStart execution, DateTimeOffset end, CancellationToken cancellationToken)
    {
        using var nobodyWaits = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var call = new TaskCall
        {
            Request = request,
            Execution = execution,
            HeartbeatAsync = () => ValueTask.CompletedTask,
            IsGivenUp = () => nobodyWaits.IsCancellationRequested,
        };
        var done = TaskInvocations.EndAsync(TaskInvocations.Begin(router, call, nobodyWaits.Token));
        var isShorter = request.Deadline < end;
        try
        {
            var outcome = await done.WaitAsync(Until(isShorter ? request.Deadline!.Value : end), time, cancellationToken);
            return outcome is TaskOutcome.Failed failed ? trial.Fail(failed.Failure, Now()) : trial.Succeed(OutputOf(outcome), Now());
        }
        catch (TimeoutException)
        {
            await nobodyWaits.CancelAsync();
            return isShorter ? trial.TimeOut(Now()) : null;
        }
    }

    private async Task<TrialNeed?> WaitAsync(StateTrial trial, DateTimeOffset due, DateTimeOffset end, CancellationToken cancellationToken)
    {
        await Task.Delay(Until(due < end ? due : end), time, cancellationToken);
        return due < end ? trial.GoOn(Now()) : null;
    }

    private TimeSpan Until(DateTimeOffset moment)
    {
        var left = moment - Now();
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    private static Json OutputOf(TaskOutcome outcome) =>
        outcome is TaskOutcome.Submitted submitted ? submitted.Output : ((TaskOutcome.Succeeded)outcome).Output;

    private DateTimeOffset Now() => DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
}
