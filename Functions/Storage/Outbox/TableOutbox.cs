using System.Security.Cryptography;
using Azure;
using Azure.Data.Tables;
using TaskOrchestration.Functions.Storage.Tasks;

namespace TaskOrchestration.Functions.Storage.Outbox;

/// <summary>Notes in a table, beside the rows whose changes they are about, so that a change and its note are one transaction.</summary>
/// <remarks>
/// Whoever changes something (1) writes the change and a note in one transaction, (2) writes what follows from it elsewhere, (3) takes the note away. A note that
/// is there for long tells of a crash between (1) and (3): <see cref="SweepAsync"/> has what follows brought into line from the truth, whatever of it was
/// done already, and takes the note away. A note says nothing about the change but whom it is about, so an old one does no harm.
/// </remarks>
/// <param name="table">The table that has the changes.</param>
/// <param name="time">Says when a note was written.</param>
internal sealed class TableOutbox(EntityTable table, TimeProvider time)
{
    /// <summary>What the keys of notes begin with; no other rows of the table may.</summary>
    public const string Prefix = "q!";

    private const string Behind = "q\"";
    private const string SubjectColumn = "Subject";
    private const string AtColumn = "At";
    private const int StampBytes = 8;
    private const int RepairsAtOnce = 8;

    /// <summary>A note that nobody has written yet.</summary>
    public static OutboxNote NewNote(string partition, string subject) =>
        new(partition, $"{Prefix}{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(StampBytes))}", subject);

    /// <summary>What writes the note, to be part of the transaction that writes the change.</summary>
    /// <remarks>The first part of it: a transaction that is sent again because its answer was lost is known by the first row that it wrote, and nobody else writes this one.</remarks>
    public TableTransactionAction Noting(OutboxNote note) => new(
        TableTransactionActionType.Add,
        new TableEntity(note.Partition, note.Key) { [SubjectColumn] = note.Subject, [AtColumn] = time.GetUtcNow() });

    /// <summary>Takes a note away once all that follows is done.</summary>
    public Task DoneAsync(OutboxNote note, CancellationToken cancellationToken) =>
        table.TryDeleteAsync(note.Partition, note.Key, cancellationToken: cancellationToken).AsTask();

    /// <summary>Has everything repaired that notes from before a moment are about. What could not be repaired keeps its note.</summary>
    /// <param name="partitions">Where to look: one request each when there is nothing to do.</param>
    /// <param name="before">The moment; long enough ago that whoever is at work has done it.</param>
    /// <param name="repair">Brings into line what follows from the present truth about a subject. May be asked more than once.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many notes were taken away.</returns>
    /// <exception cref="AggregateException">Some could not be repaired; all others were.</exception>
    public async Task<int> SweepAsync(
        IEnumerable<string> partitions, DateTimeOffset before, Func<string, CancellationToken, Task> repair, CancellationToken cancellationToken)
    {
        var swept = 0;
        var failures = new List<Exception>();
        foreach (var partition in partitions)
        {
            var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {Prefix} and RowKey lt {Behind} and At lt {before}");
            string? continuation = null;
            do
            {
                var page = await table.PageAsync(filter, size: null, continuation, cancellationToken: cancellationToken);
                var repaired = await RepairedAsync(page.Entities, repair, failures, cancellationToken);
                await TakeAwayAsync(repaired, cancellationToken);
                swept += repaired.Count;
                continuation = page.Continuation;
            }
            while (continuation is not null);
        }

        return failures.Count == 0 ? swept : throw new AggregateException(failures);
    }

    private static async Task<List<TableEntity>> RepairedAsync(
        IReadOnlyList<TableEntity> notes, Func<string, CancellationToken, Task> repair, List<Exception> failures, CancellationToken cancellationToken)
    {
        var repaired = new List<TableEntity>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = RepairsAtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(notes.GroupBy(note => note.Required(SubjectColumn), StringComparer.Ordinal), options, async (about, stop) =>
        {
            try
            {
                await repair(about.Key, stop);
                lock (repaired)
                {
                    repaired.AddRange(about);
                }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                lock (repaired)
                {
                    failures.Add(e);
                }
            }
        });
        return repaired;
    }

    /// <summary>All at once; one by one where somebody else has taken some away meanwhile.</summary>
    private async Task TakeAwayAsync(List<TableEntity> notes, CancellationToken cancellationToken)
    {
        foreach (var some in notes.Chunk(EntityTable.MostActions))
        {
            if (await table.TrySubmitAsync([.. some.Select(Deleting)], cancellationToken) is not null)
            {
                foreach (var note in some)
                {
                    await table.TryDeleteAsync(note.PartitionKey, note.RowKey, cancellationToken: cancellationToken);
                }
            }
        }
    }

    private static TableTransactionAction Deleting(TableEntity note) => new(
        TableTransactionActionType.Delete, new TableEntity(note.PartitionKey, note.RowKey), ETag.All);
}
