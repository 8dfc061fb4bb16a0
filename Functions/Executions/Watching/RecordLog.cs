using TaskOrchestration.Orchestrations.Courses;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.Functions.Executions.Watching;

/// <summary>The facts of an execution that are on record, and again what is new whenever somebody wants more than was read.</summary>
internal sealed class RecordLog(FactMemory memory, ExecutionRecord record, StateMachine machine, TimeProvider time) : IFactLog
{
    /// <summary>What was read last, as long as not all of it was handed out; the facts of a long execution are large.</summary>
    private IReadOnlyList<Fact> facts = [];

    /// <summary>The digest over all facts up to each that was read.</summary>
    private IReadOnlyList<string> chain = [];

    /// <summary>How many were handed out.</summary>
    private int handedOut;

    /// <inheritdoc/>
    public string ExecutionArn => record.Start.ExecutionArn;

    /// <inheritdoc/>
    public string Identity => record.Start.RunId;

    /// <inheritdoc/>
    public StateMachine Machine => machine;

    /// <inheritdoc/>
    public ExecutionStatus Status => record.Status;

    /// <inheritdoc/>
    public int RedriveCount => record.RedriveCount;

    /// <inheritdoc/>
    public async ValueTask<FactsRead> ReadAsync(int from, int limit, CancellationToken cancellationToken = default)
    {
        if ((from >= chain.Count || facts.Count < chain.Count) && await LookAsync(cancellationToken) is { } place)
        {
            handedOut = place;
            return new FactsRead([]) { RewoundTo = place };
        }

        FactsRead read = new([.. facts.Skip(from).Take(limit)]);
        handedOut = Math.Max(handedOut, from + read.Facts.Count);
        if (from + read.Facts.Count >= facts.Count)
        {
            facts = [];
        }

        return read;
    }

    /// <inheritdoc/>
    public IFactWatch Watch() => new RecordWatch(time);

    /// <summary>Looks what is on record.</summary>
    /// <returns>The place of the first fact that was handed out and is another one now, if there is one.</returns>
    private async ValueTask<int?> LookAsync(CancellationToken cancellationToken)
    {
        if (await memory.LookAsync(ExecutionArn, found: null, cancellationToken) is not { } known || known.Record.Start.RunId != Identity)
        {
            facts = [];
            return null;
        }

        var before = chain;
        (facts, chain) = (known.Facts, known.Chain);
        if (ReferenceEquals(before, chain))
        {
            return null;
        }

        var same = before.Zip(chain).TakeWhile(pair => pair.First == pair.Second).Count();
        return same < handedOut ? same : null;
    }
}
