using Azure;
using Azure.Data.Tables;
using TaskOrchestration.Domain.Failures;
using TaskOrchestration.Functions.Storage;
using TaskOrchestration.Support.Azurite;

namespace TaskOrchestration.Functions.Tests.Storage;

public sealed class EntityTableTests
{
    private const string Name = TableNames.Answers;

    [Fact]
    public async Task Is_made_when_first_written_to_and_empty_before()
    {
        var table = EmulatedTables.Create()[Name];

        Assert.Null(await table.FindAsync("p", "r"));
        Assert.Empty((await table.PageAsync("PartitionKey eq 'p'", 10)).Entities);
        Assert.True(await table.TryDeleteAsync("p", "r"));
        Assert.Null(await table.TryReplaceAsync(Thing("r", 1), ETag.All));
        Assert.NotNull(await table.TryAddAsync(Thing("r", 1)));
        Assert.Equal(1L, (await table.FindAsync("p", "r"))!.GetInt64("Value"));
    }

    [Fact]
    public async Task Is_made_for_a_transaction_too()
    {
        var table = EmulatedTables.Create()[Name];

        Assert.Null(await table.TrySubmitAsync([Add("a"), Add("b")]));
        Assert.Equal(2, await table.QueryAsync("PartitionKey eq 'p'").CountAsync());
    }

    [Fact]
    public async Task Answers_conditions_that_are_not_met()
    {
        var table = EmulatedTables.Create()[Name];
        var first = await table.TryAddAsync(Thing("r", 1));

        Assert.Null(await table.TryAddAsync(Thing("r", 2)));
        var second = await table.TryReplaceAsync(Thing("r", 3), first!.Value);
        Assert.NotNull(second);
        Assert.Null(await table.TryReplaceAsync(Thing("r", 4), first.Value));
        Assert.Null(await table.TryReplaceAsync(Thing("none", 4), ETag.All));
        Assert.Equal(1, await table.TrySubmitAsync([Add("new"), Add("r")]));
        Assert.Equal(0, await table.TrySubmitAsync([new(TableTransactionActionType.UpdateReplace, Thing("r", 5), first.Value), Add("new")]));
        Assert.Equal(1, await table.TrySubmitAsync([Add("new"), new(TableTransactionActionType.Delete, new TableEntity("p", "none"))]));
        Assert.False(await table.TryDeleteAsync("p", "r", first.Value));
        Assert.Equal([3L], await table.QueryAsync("PartitionKey eq 'p'").Select(entity => entity.GetInt64("Value")!.Value).ToListAsync());
    }

    [Fact]
    public async Task Takes_what_it_did_itself_for_done_when_the_answer_was_lost()
    {
        var account = AzuriteServer.NewAccount();
        var table = EmulatedTables.Of(account, new LostAnswers())[Name];

        var added = await table.TryAddAsync(Thing("r", 1));
        var replaced = await table.TryReplaceAsync(Thing("r", 2), added!.Value);
        var submitted = await table.TrySubmitAsync([Add("a"), Add("b")]);
        var deleted = await table.TryDeleteAsync("p", "r", replaced!.Value);

        Assert.Null(submitted);
        Assert.True(deleted);
        Assert.Null(await table.TryAddAsync(Thing("a", 9)));
        Assert.Equal(0, await table.TrySubmitAsync([Add("a")]));
        Assert.Equal(["a", "b"], await EmulatedTables.Of(account)[Name].QueryAsync("PartitionKey eq 'p'").Select(entity => entity.RowKey).ToListAsync());
    }

    [Fact]
    public async Task Says_that_storage_which_cannot_be_reached_may_be_tried_again()
    {
        var nowhere = new EntityTables(new TableServiceClient(
            "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=a2V5;TableEndpoint=http://127.0.0.1:1/a;", new TableClientOptions { Retry = { MaxRetries = 0 } }))[Name];

        await Assert.ThrowsAsync<TransientFailureException>(async () => await nowhere.FindAsync("p", "r"));
        await Assert.ThrowsAsync<TransientFailureException>(async () => await nowhere.TryAddAsync(Thing("r", 1)));
        await Assert.ThrowsAsync<TransientFailureException>(async () => await nowhere.TrySubmitAsync([Add("a")]));
        await Assert.ThrowsAsync<TransientFailureException>(async () => await nowhere.PageAsync("PartitionKey eq 'p'", 1));
        await Assert.ThrowsAsync<TransientFailureException>(async () => await nowhere.TryDeleteAsync("p", "r"));
    }

    [Fact]
    public async Task Refuses_a_transaction_that_storage_would_refuse()
    {
        var table = EmulatedTables.Create()[Name];

        await Assert.ThrowsAsync<ArgumentException>(async () => await table.TrySubmitAsync([]));
        await Assert.ThrowsAsync<ArgumentException>(async () => await table.TrySubmitAsync([Add("a"), Add("a")]));
        await Assert.ThrowsAsync<ArgumentException>(async () => await table.TrySubmitAsync([Add("a"), new(TableTransactionActionType.Add, new TableEntity("q", "b"))]));
        await Assert.ThrowsAsync<ArgumentException>(async () => await table.TrySubmitAsync([.. Enumerable.Range(0, 101).Select(number => Add($"{number}"))]));
    }

    [Fact]
    public async Task Counts_every_request_and_a_transaction_as_one()
    {
        var table = EmulatedTables.Create()[Name];
        await table.PutAsync(Thing("r", 1));

        using var outer = StorageMeter.Begin();
        await table.FindAsync("p", "r");
        using (var inner = StorageMeter.Begin())
        {
            await table.TrySubmitAsync([Add("a"), Add("b"), Add("c")]);
            Assert.Equal((1, 0), (inner.Tables, inner.Blobs));
        }

        await Task.WhenAll(table.FindAsync("p", "a").AsTask(), table.FindAsync("p", "b").AsTask());
        Assert.Equal(4, outer.Tables);
    }

    [Fact]
    public async Task Gives_pages_with_a_continuation()
    {
        var table = EmulatedTables.Create()[Name];
        await table.TrySubmitAsync([.. Enumerable.Range(0, 25).Select(number => Add($"{number:00}"))]);

        var rows = new List<string>();
        EntityPage? page = null;
        do
        {
            page = await table.PageAsync("PartitionKey eq 'p'", 10, page?.Continuation);
            rows.AddRange(page.Entities.Select(entity => entity.RowKey));
        }
        while (page.Continuation is not null);

        Assert.Equal(Enumerable.Range(0, 25).Select(number => $"{number:00}"), rows);
    }

    private static TableEntity Thing(string row, long value) => new("p", row) { ["Value"] = value };

    private static TableTransactionAction Add(string row) => new(TableTransactionActionType.Add, Thing(row, 0));
}
