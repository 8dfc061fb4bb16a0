using TaskOrchestration.Functions.Executions;
using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Functions.Tests.Executions;

/// <summary>The facts of an execution as an orchestrator knows them, and batches of them.</summary>
internal sealed class JournalSketch(ExecutionRecord record)
{
    private readonly List<Fact> facts = [record.FirstFact];

    public ExecutionRecord Record { get; } = record;

    public IReadOnlyList<Fact> Facts => facts;

    public string Chain => FactChain.Next(FactChain.Beginning, facts);

    public JournalSketch Add(params Fact[] more)
    {
        facts.AddRange(more);
        return this;
    }

    /// <summary>Everything since the start.</summary>
    public FactBatch All() => Batch(1, facts.Count - 1);

    public FactBatch Batch(int from, int count) => new()
    {
        ExecutionArn = Record.Start.ExecutionArn,
        RedriveCount = 0,
        From = from,
        Before = FactChain.Next(FactChain.Beginning, facts.Take(from)),
        Facts = [.. facts.Skip(from).Take(count)],
    };
}
