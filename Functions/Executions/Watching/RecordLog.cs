using TaskOrchestration.Orchestrations.Courses;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.Functions.Executions.Watching;

/// <summary>The facts of an execution that are on record. They are only known as a whole, so they are read as a whole: when somebody wants more than was read, and there may be more.</summary>
internal sealed class RecordLog(IExecutionRecords records, ExecutionRecord record, StateMachine machine, TimeProvider time) : IFactLog
{
    /// <summary>What was read last, as long as not all of it was handed out; the facts of a long execution are large.</summary>
    private IReadOnlyList<Fact> facts = [];

    /// <summary>The digest over all facts up to each that was read.</summary>
    private List<string> chain = [];

    /// <summary>How many were handed out.</summary>
    private int handedOut;

    /// <summary>The place of the first that was handed out and is another one now, until that is told.</summary>
    private int? rewoundTo;

    /// <summary>The record as it was, once, when all of it was read and it had ended.</summary>
    private string? completeVersion;

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
        var isKnown = from < chain.Count;
        if (!isKnown || facts.Count < chain.Count)
        {
            await ReadAgainAsync(isKnown, cancellationToken);
        }

        if (rewoundTo is { } place)
        {
            rewoundTo = null;
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

    private async ValueTask ReadAgainAsync(bool isKnown, CancellationToken cancellationToken)
    {
        // Read before the facts: what ends it afterwards is found the next time.
        var now = await records.FindAsync(ExecutionArn, cancellationToken);
        if (now is null || (!isKnown && now.Version == completeVersion))
        {
            facts = [];
            return;
        }

        facts = await records.ReadFactsAsync(ExecutionArn, cancellationToken);
        var before = chain;
        chain = Chain(facts);
        completeVersion = now.Status == ExecutionStatus.Running ? null : now.Version;
        var same = before.Zip(chain).TakeWhile(pair => pair.First == pair.Second).Count();
        if (same < handedOut)
        {
            rewoundTo = same;
        }
    }

    private static List<string> Chain(IReadOnlyList<Fact> facts)
    {
        var digests = new List<string>(facts.Count);
        foreach (var fact in facts)
        {
            digests.Add(FactChain.Next(digests.Count == 0 ? FactChain.Beginning : digests[^1], fact));
        }

        return digests;
    }
}
