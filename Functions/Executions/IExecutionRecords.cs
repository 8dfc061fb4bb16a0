using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Functions.Executions;

/// <summary>What is kept of STANDARD executions beside Durable Functions' own history: which there are, where they stand, the facts that reached them, and which task tokens are open.</summary>
/// <remarks>
/// An orchestrator never touches it; activities and clients do. Everything may be asked for more than once, after a crash, and then changes nothing more.
/// What it says is the truth: an orchestration that is told it does not run the execution (any more) ends without another word.
/// The history that AWS would show is derived from the facts, as on the local host, so both hosts show the same.
/// </remarks>
public interface IExecutionRecords
{
    /// <summary>Takes down a new execution; its first fact follows from the record. Until the orchestration's first batch, or <see cref="BegunAsync"/>, it counts as not handed to Durable Functions.</summary>
    /// <returns>The record as it is kept, or null if its ARN is taken.</returns>
    ValueTask<ExecutionRecord?> TryAddAsync(ExecutionRecord record, CancellationToken cancellationToken = default);

    /// <summary>Takes down that Durable Functions has the execution in hand: nobody need start it again. Not needed where its first batch follows soon.</summary>
    ValueTask BegunAsync(ExecutionRecord record, CancellationToken cancellationToken = default);

    /// <summary>An execution as it stands, or null.</summary>
    ValueTask<ExecutionRecord?> FindAsync(string executionArn, CancellationToken cancellationToken = default);

    /// <summary>Takes down what has happened to an execution since the last time, in whatever order such batches come.</summary>
    /// <returns>
    /// Whether the orchestration runs the execution. If not (it has ended, was redriven since, or is purged) the facts are kept all the same where the execution is,
    /// but nothing else of the batch counts: an activity does not do its task then.
    /// </returns>
    ValueTask<bool> AppendAsync(FactBatch batch, CancellationToken cancellationToken = default);

    /// <summary>The facts of an execution in order, as far as they are known without a gap, or none if it is not known.</summary>
    ValueTask<IReadOnlyList<Fact>> ReadFactsAsync(string executionArn, CancellationToken cancellationToken = default);

    /// <summary>What was taken down of an execution since an earlier look. Every row of facts is seen, whenever it was taken down; some more than once.</summary>
    /// <param name="executionArn">The execution.</param>
    /// <param name="since">How far the earlier look came (<see cref="RecordChanges.Seen"/>), or null for everything.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<RecordChanges> ReadChangesAsync(string executionArn, string? since, CancellationToken cancellationToken = default);

    /// <summary>The executions of a machine, or the children of a Map Run, newest first.</summary>
    /// <param name="listArn">The machine, a version or an alias of it, or the Map Run (<see cref="ExecutionRecord.ListedUnder"/>).</param>
    /// <param name="status">Only those that stand so, or null for all.</param>
    /// <param name="isRedriven">Only those that have been redriven, only those that have not, or null for all.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="after">Where an earlier page ended (<see cref="RecordPage.Last"/>), or null to begin.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<RecordPage> ListAsync(
        string listArn, ExecutionStatus? status, bool? isRedriven, int limit, string? after, CancellationToken cancellationToken = default);

    /// <summary>Takes down that an execution that had ended runs again, if it still stands as in <paramref name="record"/>. It then counts as not handed to Durable Functions.</summary>
    /// <param name="record">The execution as it was read.</param>
    /// <param name="redriven">The execution's next fact.</param>
    /// <param name="from">The place of that fact.</param>
    /// <param name="before">The digest over all facts before it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The execution as it stands now, or null if somebody else was first.</returns>
    ValueTask<ExecutionRecord?> TryRedriveAsync(
        ExecutionRecord record, Fact.Redriven redriven, int from, string before, CancellationToken cancellationToken = default);

    /// <summary>Takes down the answer to a task whose token is open, so that it is not lost on its way to the orchestrator. The first answer counts.</summary>
    /// <returns>False if nobody waits for the task any more, or another answer has come.</returns>
    ValueTask<bool> TryAnswerAsync(string executionArn, Fact answer, CancellationToken cancellationToken = default);

    /// <summary>Whether the token of a task is open and unanswered.</summary>
    ValueTask<bool> IsOpenAsync(string executionArn, long task, CancellationToken cancellationToken = default);

    /// <summary>Takes up a task whose token is open, for a worker who asks for it. What is known of who had it before decides.</summary>
    /// <param name="executionArn">The execution.</param>
    /// <param name="task">The task.</param>
    /// <param name="at">When.</param>
    /// <param name="orBefore">A task that was taken before this moment and never handed to a worker can be taken once more.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<TaskTaking> TryTakeAsync(string executionArn, long task, DateTimeOffset at, DateTimeOffset orBefore, CancellationToken cancellationToken = default);

    /// <summary>Takes down that a worker has the task that was taken: it is not to be had any more.</summary>
    ValueTask HandedAsync(string executionArn, long task, CancellationToken cancellationToken = default);

    /// <summary>Takes down that no worker has got the task that was taken: it can be taken at once.</summary>
    ValueTask PutBackAsync(string executionArn, long task, CancellationToken cancellationToken = default);

    /// <summary>Repairs what a crash has left half done before a moment: brings indexes into line, and names what may never have been handed to Durable Functions.</summary>
    /// <param name="before">Only what was taken down before that moment: what is younger is still under way.</param>
    /// <param name="executionArn">Looks after one execution alone, or after all (null).</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>At most a thousand or so; the rest comes the next time.</returns>
    ValueTask<IReadOnlyList<UnfinishedHandover>> RepairAsync(DateTimeOffset before, string? executionArn = null, CancellationToken cancellationToken = default);

    /// <summary>Counts the executions that are open, those of Map Runs included, and takes the number down.</summary>
    ValueTask<long> CountOpenAsync(CancellationToken cancellationToken = default);

    /// <summary>How many there were the last time that somebody counted them; 0 if nobody has.</summary>
    ValueTask<long> OpenAsLastCountedAsync(CancellationToken cancellationToken = default);

    /// <summary>Names executions that ended before a moment, and forgets them once <paramref name="forget"/> has done its part.</summary>
    /// <returns>How many were forgotten: fewer than <paramref name="limit"/> when none is left.</returns>
    ValueTask<int> PurgeAsync(DateTimeOffset endedBefore, int limit, Func<ExecutionRecord, CancellationToken, ValueTask> forget, CancellationToken cancellationToken = default);
}
