using Azure;
using Azure.Data.Tables;

namespace TaskOrchestration.Offline.Tests.Tables;

public sealed class TableTransactionTests : TableTest
{
    [Fact]
    public async Task Does_all_that_it_was_told_in_one_go()
    {
        await Table.AddEntityAsync(new TableEntity("p", "merged") { ["A"] = 1, ["B"] = "ü" });
        await Table.AddEntityAsync(new TableEntity("p", "replaced") { ["A"] = 1, ["B"] = "ü" });
        var deleted = (await Table.AddEntityAsync(Thing("p", "deleted"))).Headers.ETag!.Value;

        var done = await Table.SubmitTransactionAsync(
        [
            new(TableTransactionActionType.Add, Thing("p", "added", "日本 's")),
            new(TableTransactionActionType.UpdateMerge, new TableEntity("p", "merged") { ["A"] = 2 }, ETag.All),
            new(TableTransactionActionType.UpdateReplace, new TableEntity("p", "replaced") { ["A"] = 2 }, ETag.All),
            new(TableTransactionActionType.Delete, new TableEntity("p", "deleted"), deleted),
            new(TableTransactionActionType.UpsertMerge, Thing("p", "upserted", 1)),
            new(TableTransactionActionType.UpsertReplace, Thing("p", "upserted too", 1)),
        ]);

        Assert.Equal(202, done.GetRawResponse().Status);
        Assert.All(done.Value, response => Assert.Equal(204, response.Status));
        Assert.Equal(6, done.Value.Count);
        var kept = await Table.QueryAsync<TableEntity>().ToDictionaryAsync(entity => entity.RowKey);
        Assert.Equal(["added", "merged", "replaced", "upserted", "upserted too"], kept.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(("日本 's", 2, "ü", null), (kept["added"]["Value"], kept["merged"]["A"], kept["merged"]["B"], kept["replaced"]["B"]));
        Assert.Equal(done.Value[0].Headers.ETag, kept["added"].ETag);
    }

    [Fact]
    public async Task Changes_nothing_when_one_action_is_refused_and_says_which()
    {
        await Table.AddEntityAsync(Thing("p", "there", 1));

        var refused = await Assert.ThrowsAsync<TableTransactionFailedException>(() => Table.SubmitTransactionAsync(
        [
            new(TableTransactionActionType.Add, Thing("p", "new")),
            new(TableTransactionActionType.UpsertReplace, Thing("p", "other")),
            new(TableTransactionActionType.Add, Thing("p", "there", 2)),
        ]));

        Assert.Equal((409, "EntityAlreadyExists", 2), (refused.Status, refused.ErrorCode, refused.FailedTransactionActionIndex));
        Assert.Equal(1, (await Table.QueryAsync<TableEntity>().SingleAsync()).GetInt32("Value"));
    }

    [Fact]
    public async Task Refuses_a_version_that_is_not_the_last()
    {
        var first = (await Table.AddEntityAsync(Thing("p", "r", 1))).Headers.ETag!.Value;
        await Table.UpsertEntityAsync(Thing("p", "r", 2));

        var refused = await Assert.ThrowsAsync<TableTransactionFailedException>(() => Table.SubmitTransactionAsync(
        [
            new(TableTransactionActionType.Add, Thing("p", "new")),
            new(TableTransactionActionType.UpdateReplace, Thing("p", "r", 3), first),
        ]));

        Assert.Equal((412, "UpdateConditionNotSatisfied", 1), (refused.Status, refused.ErrorCode, refused.FailedTransactionActionIndex));
        Assert.Equal(2, (await Table.QueryAsync<TableEntity>().SingleAsync()).GetInt32("Value"));
    }

    [Fact]
    public async Task Takes_a_hundred_actions() =>
        Assert.Equal(100, (await Table.SubmitTransactionAsync(
            Enumerable.Range(0, 100).Select(number => new TableTransactionAction(TableTransactionActionType.Add, Thing("p", $"{number}"))))).Value.Count);

    [Fact]
    public async Task Has_at_least_one_action() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => Table.SubmitTransactionAsync([]));
}
