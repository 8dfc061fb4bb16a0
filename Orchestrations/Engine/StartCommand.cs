using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.Orchestrations.Engine;

/// <summary>Start an execution, or find that it has been started with this name and input already.</summary>
/// <param name="start">What it is to begin with.</param>
/// <param name="at">When it is to begin.</param>
/// <param name="machine">The machine to run.</param>
/// <param name="revision">The number of the machine's revision.</param>
/// <param name="isNameGiven">Whether someone chose the name: one drawn at random is not looked up.</param>
internal sealed class StartCommand(ExecutionStart start, DateTimeOffset at, StateMachine machine, long revision, bool isNameGiven) : Request<StartedExecution>
{
    public ExecutionStart Start { get; } = start;

    public DateTimeOffset At { get; } = at;

    public StateMachine Machine { get; } = machine;

    public long Revision { get; } = revision;

    protected override StartedExecution Decide(Applier applier)
    {
        if (applier.Find(Start.ExecutionArn) is { } known)
        {
            return !known.HasEnded && applier.StateOf(known) is var state && state.Start.IsSameWish(Start)
                ? new StartedExecution(known.Arn, state.StartedAt)
                : throw AlreadyExists();
        }

        if (isNameGiven && applier.IsNameTaken(Start.StateMachineArn, Start.Name))
        {
            throw AlreadyExists();
        }

        var execution = applier.Begin(this, Start.ExecutionArn);
        return new StartedExecution(execution.Arn, At);
    }

    private RefusedException AlreadyExists() => new(Refusal.ExecutionAlreadyExists, $"Execution Already Exists: '{Start.ExecutionArn}'");
}
