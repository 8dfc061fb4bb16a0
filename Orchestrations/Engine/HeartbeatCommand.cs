using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Orchestrations.Engine;

/// <summary>Pass on a task's sign of life. Answers whether the task is still waited for.</summary>
internal sealed class HeartbeatCommand(OpenExecution execution, Fact.TaskHeartbeat fact) : Request<bool>
{
    protected override bool Decide(Applier applier) => applier.Deliver(execution, fact);
}
