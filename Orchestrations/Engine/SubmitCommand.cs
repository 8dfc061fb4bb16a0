using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Orchestrations.Engine;

/// <summary>Take down that a service has a task in hand. Answers whether that is news.</summary>
internal sealed class SubmitCommand(OpenExecution execution, Fact.TaskSubmitted fact) : Request<bool>
{
    protected override bool Decide(Applier applier) => applier.Deliver(execution, fact);
}
