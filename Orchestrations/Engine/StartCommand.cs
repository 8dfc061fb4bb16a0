using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Orchestrations.Engine;

/// <summary>Start an execution, or find that it has been started with this name and input already.</summary>
/// <param name="birth">The execution.</param>
/// <param name="isNameGiven">Whether someone chose the name: one drawn at random is not looked up.</param>
internal sealed class StartCommand(Birth birth, bool isNameGiven) : Request<StartedExecution>
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

        var execution = applier.Begin(birth);
        return new StartedExecution(execution.Arn, birth.At);
    }

    private RefusedException AlreadyExists() => new(Refusal.ExecutionAlreadyExists, $"Execution Already Exists: '{Start.ExecutionArn}'");
}
