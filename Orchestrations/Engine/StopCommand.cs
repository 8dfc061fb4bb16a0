using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Orchestrations.Engine;

/// <summary>Stop an execution. Answers when it stopped, or null if it was not open.</summary>
internal sealed class StopCommand(string executionArn, Fact.Stopped fact) : Request<DateTimeOffset?>
{
    protected override DateTimeOffset? Decide(Applier applier)
    {
        if (applier.Find(executionArn) is not { } execution)
        {
            return null;
        }

        applier.Deliver(execution, fact);
        return execution.LastFactAt;
    }
}
