using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Orchestrations.Engine;

/// <summary>Pass on what someone says of a task by its token.</summary>
/// <param name="token">The token as it came.</param>
/// <param name="executionArn">The execution it speaks of.</param>
/// <param name="fact">What is said.</param>
internal sealed class CallbackCommand(string token, string executionArn, Fact fact) : Request<CallbackOutcome>
{
    protected override CallbackOutcome Decide(Applier applier)
    {
        if (applier.Find(executionArn) is not { HasEnded: false } execution)
        {
            return CallbackOutcome.NotOpen;
        }

        if (!TaskToken.IsGenuine(token, applier.StateOf(execution).Start))
        {
            return CallbackOutcome.NotGenuine;
        }

        return applier.Deliver(execution, fact) ? CallbackOutcome.Taken : CallbackOutcome.TooLate;
    }
}
