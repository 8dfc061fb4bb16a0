using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Orchestrations.Engine;

/// <summary>A fact on its way to its execution; nobody waits for an answer.</summary>
internal sealed class Delivery(OpenExecution execution, Fact fact) : Command
{
    public override void Apply(Applier applier) => applier.Deliver(execution, fact);
}
