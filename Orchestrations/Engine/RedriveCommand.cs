using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Journals;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.Orchestrations.Engine;

/// <summary>Redrive an execution, or find that it has been redriven under this client token already. Answers when it was.</summary>
/// <param name="entry">The execution, as it was known when the wish came.</param>
/// <param name="machine">The machine it runs.</param>
/// <param name="obstacle">Why no execution of the machine may be redriven, or null.</param>
/// <param name="fact">The wish.</param>
internal sealed class RedriveCommand(ExecutionEntry entry, StateMachine machine, string? obstacle, Fact.Redriven fact) : Request<DateTimeOffset>
{
    public ExecutionEntry Entry { get; } = entry;

    public StateMachine Machine { get; } = machine;

    protected override DateTimeOffset Decide(Applier applier)
    {
        if (applier.Find(Entry.ExecutionArn) is { HasEnded: false } open)
        {
            var state = applier.StateOf(open);
            return AnswerOfToken(state) ?? throw NotRedrivable(state, fact.At);
        }

        var ended = applier.Recall(this);
        return AnswerOfToken(ended.Execution!) ?? Redrive(applier, ended);
    }

    private DateTimeOffset Redrive(Applier applier, OpenExecution ended)
    {
        var at = Moment.Later(fact.At, ended.LastFactAt);
        var state = ended.Execution!;
        if (obstacle is not null || state.WhyNotRedrivable(at) is not null)
        {
            throw NotRedrivable(state, at);
        }

        applier.Reopen(ended, fact);
        return at;
    }

    private DateTimeOffset? AnswerOfToken(Execution state) => fact.ClientToken is { } token ? state.RedrivenUnder(token, fact.At) : null;

    private RefusedException NotRedrivable(Execution state, DateTimeOffset at) =>
        new(Refusal.ExecutionNotRedrivable, $"Execution Not Redrivable: '{state.WhyNotRedrivable(at) ?? obstacle}'");
}
