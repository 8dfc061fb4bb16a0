using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Orchestrations.Engine;

/// <summary>Start an execution, or find that it has been started with this name and input already.</summary>
/// <param name="birth">The execution.</param>
/// <param name="isNameGiven">Whether someone chose the name: one drawn at random is not looked up.</param>
/// <param name="mostOpen">How many executions may be open.</param>
internal sealed class StartCommand(Birth birth, bool isNameGiven, int mostOpen = int.MaxValue) : Request<StartedExecution>
{
    public ExecutionStart Start { get; } = birth.Start;

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

        if (applier.OpenCount >= mostOpen)
        {
            throw new RefusedException(Refusal.OpenExecutionLimitExceeded, $"Execution Limit Exceeded: 'There are {mostOpen} open executions, and no more may be'");
        }

        var execution = applier.Begin(birth);
        return new StartedExecution(execution.Arn, birth.At);
    }

    private RefusedException AlreadyExists() => new(Refusal.ExecutionAlreadyExists, $"Execution Already Exists: '{Start.ExecutionArn}'");
}
