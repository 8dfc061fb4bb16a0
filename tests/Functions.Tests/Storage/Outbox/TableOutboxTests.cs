using Azure.Data.Tables;
using TaskOrchestration.Functions.Storage;
using TaskOrchestration.Functions.Storage.Outbox;
using TaskOrchestration.Support;

namespace TaskOrchestration.Functions.Tests.Storage.Outbox;

public sealed class TableOutboxTests
{
    private static readonly string[] Partitions = ["one", "two"];

    private readonly ManualTimeProvider time = new();
    private readonly EntityTable table = EmulatedTables.Create()["things"];
    private readonly TableOutbox outbox;

    public TableOutboxTests() => outbox = new TableOutbox(table, time);

    [Fact]
    public async Task Has_what_was_left_behind_repaired_once_a_subject_and_takes_the_notes_away()
    {
        await ChangeAsync("one", "a", "a", "b", "a");
        await ChangeAsync("two", "c");
        var repaired = new List<string>();

        time.Advance(TimeSpan.FromMinutes(1));
        var swept = await SweepAsync(repaired);

        Assert.Equal(5, swept);
        Assert.Equal(["a", "b", "c"], repaired.Order());
        Assert.Equal(0, await SweepAsync(repaired));
        Assert.Equal(3, repaired.Count);
    }

    [Fact]
    public async Task Leaves_alone_what_is_done_and_what_may_be_under_way()
    {
        var note = TableOutbox.NewNote("one", "done");
        await table.TrySubmitAsync([outbox.Noting(note)]);
        await outbox.DoneAsync(note, CancellationToken.None);
        await outbox.DoneAsync(note, CancellationToken.None);
        time.Advance(TimeSpan.FromMinutes(1));
        await ChangeAsync("one", "under way");

        Assert.Equal(0, await outbox.SweepAsync(Partitions, time.GetUtcNow(), (_, _) => throw new InvalidOperationException("Nothing is to be repaired."), CancellationToken.None));
    }

    [Fact]
    public async Task Repairs_the_others_and_tries_again_where_one_cannot_be_repaired()
    {
        await ChangeAsync("one", "bad", "good");
        time.Advance(TimeSpan.FromMinutes(1));
        var repaired = new List<string>();

        var failure = await Assert.ThrowsAsync<AggregateException>(() => SweepAsync(repaired, unless: "bad"));

        Assert.Equal("bad", Assert.Single(failure.InnerExceptions).Message);
        Assert.Equal(["good"], repaired);
        Assert.Equal(1, await SweepAsync(repaired));
        Assert.Equal(["good", "bad"], repaired);
    }

    [Fact]
    public async Task Is_swept_by_several_at_once()
    {
        await ChangeAsync("one", [.. Enumerable.Range(0, 250).Select(number => $"subject {number}")]);
        time.Advance(TimeSpan.FromMinutes(1));
        var repaired = new List<string>();

        await Task.WhenAll(SweepAsync(repaired), SweepAsync(repaired), SweepAsync(repaired));

        Assert.Equal(250, repaired.Distinct().Count());
        Assert.Equal(0, await SweepAsync(repaired));
    }

    private async Task ChangeAsync(string partition, params IEnumerable<string> subjects)
    {
        foreach (var some in subjects.Chunk(EntityTable.MostActions - 1))
        {
            Assert.Null(await table.TrySubmitAsync(
                [.. some.Select(subject => outbox.Noting(TableOutbox.NewNote(partition, subject))).Prepend(Upsert(partition))]));
        }
    }

    private static TableTransactionAction Upsert(string partition) => new(TableTransactionActionType.UpsertReplace, new TableEntity(partition, "thing"));

    private Task<int> SweepAsync(List<string> repaired, string? unless = null) => outbox.SweepAsync(
        Partitions,
        time.GetUtcNow(),
        (subject, _) =>
        {
            lock (repaired)
            {
                if (subject == unless)
                {
                    throw new InvalidOperationException(subject);
                }

                repaired.Add(subject);
            }

            return Task.CompletedTask;
        },
        CancellationToken.None);
}
