using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace TaskOrchestration.Offline.Tests.Tables;

public sealed class TableClientTests : TableTest
{
    [Fact]
    public async Task Gives_back_what_was_added_with_its_ETag_and_time()
    {
        var added = await Table.AddEntityAsync(Thing("p", "r", "value"));

        var kept = (await Table.GetEntityAsync<TableEntity>("p", "r")).Value;

        Assert.Equal(204, added.Status);
        Assert.Equal(("p", "r", "value"), (kept.PartitionKey, kept.RowKey, kept.GetString("Value")));
        Assert.Equal(added.Headers.ETag, kept.ETag);
        Assert.True(kept.Timestamp > DateTimeOffset.UnixEpoch);
        Assert.Equal(["PartitionKey", "RowKey", "Timestamp", "Value", "odata.etag"], kept.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Adds_an_entity_once()
    {
        await Table.AddEntityAsync(Thing("p", "r", 1));

        var refused = await RefusedAsync(() => Table.AddEntityAsync(Thing("p", "r", 2)));

        Assert.Equal((409, "EntityAlreadyExists"), (refused.Status, refused.ErrorCode));
        Assert.True(refused.ErrorCode == TableErrorCode.EntityAlreadyExists);
        Assert.Equal(1, (await Table.GetEntityAsync<TableEntity>("p", "r")).Value.GetInt32("Value"));
    }

    [Fact]
    public async Task Says_which_is_missing_the_entity_or_the_table()
    {
        var entity = await RefusedAsync(() => Table.GetEntityAsync<TableEntity>("p", "none"));
        var table = await RefusedAsync(() => Service.GetTableClient("none").AddEntityAsync(Thing("p", "r")));

        Assert.Equal((404, "ResourceNotFound"), (entity.Status, entity.ErrorCode));
        Assert.Equal((404, "TableNotFound"), (table.Status, table.ErrorCode));
    }

    [Fact]
    public async Task Finds_out_whether_there_is_an_entity_without_an_exception()
    {
        await Table.AddEntityAsync(Thing("p", "r", 1));

        var there = await Table.GetEntityIfExistsAsync<TableEntity>("p", "r");
        var none = await Table.GetEntityIfExistsAsync<TableEntity>("p", "none");

        Assert.Equal((true, 1), (there.HasValue, there.Value!.GetInt32("Value")));
        Assert.Equal((false, 404), (none.HasValue, none.GetRawResponse().Status));
        Assert.Throws<InvalidOperationException>(() => none.Value);
    }

    [Fact]
    public async Task Reads_the_properties_asked_for_alone()
    {
        await Table.AddEntityAsync(new TableEntity("p", "r") { ["A"] = 1, ["B"] = 2 });

        var kept = (await Table.GetEntityAsync<TableEntity>("p", "r", ["B"])).Value;

        Assert.Null(kept.GetInt32("A"));
        Assert.Equal(2, kept.GetInt32("B"));
    }

    [Fact]
    public async Task Updates_only_the_version_it_was_told_of()
    {
        var first = (await Table.AddEntityAsync(Thing("p", "r", 1))).Headers.ETag!.Value;
        var second = await Table.UpdateEntityAsync(Thing("p", "r", 2), first, TableUpdateMode.Replace);

        var stale = await RefusedAsync(() => Table.UpdateEntityAsync(Thing("p", "r", 3), first, TableUpdateMode.Replace));
        var missing = await RefusedAsync(() => Table.UpdateEntityAsync(Thing("p", "none", 3), ETag.All, TableUpdateMode.Replace));

        Assert.Equal((412, "UpdateConditionNotSatisfied"), (stale.Status, stale.ErrorCode));
        Assert.Equal((404, "ResourceNotFound"), (missing.Status, missing.ErrorCode));
        var kept = (await Table.GetEntityAsync<TableEntity>("p", "r")).Value;
        Assert.Equal((2, second.Headers.ETag), (kept.GetInt32("Value"), (ETag?)kept.ETag));
        await Assert.ThrowsAsync<ArgumentException>(() => Table.UpdateEntityAsync(Thing("p", "r", 3), default));
    }

    [Fact]
    public async Task Merging_keeps_the_properties_that_are_not_named_and_replacing_does_not()
    {
        await Table.AddEntityAsync(new TableEntity("p", "r") { ["A"] = 1, ["B"] = 2 });

        await Table.UpsertEntityAsync(new TableEntity("p", "r") { ["B"] = 3, ["C"] = null });
        var merged = (await Table.GetEntityAsync<TableEntity>("p", "r")).Value;
        await Table.UpsertEntityAsync(new TableEntity("p", "r") { ["B"] = 4 }, TableUpdateMode.Replace);
        var replaced = (await Table.GetEntityAsync<TableEntity>("p", "r")).Value;

        Assert.Equal((1, 3, false), (merged.GetInt32("A"), merged.GetInt32("B"), merged.ContainsKey("C")));
        Assert.Equal((null, 4), (replaced.GetInt32("A"), replaced.GetInt32("B")));
    }

    [Fact]
    public async Task Deletes_what_is_there_and_tolerates_what_is_not()
    {
        var added = (await Table.AddEntityAsync(Thing("p", "r", 1))).Headers.ETag!.Value;
        var updated = (await Table.UpsertEntityAsync(Thing("p", "r", 2))).Headers.ETag!.Value;

        var stale = await RefusedAsync(() => Table.DeleteEntityAsync("p", "r", added));
        var deleted = await Table.DeleteEntityAsync("p", "r", updated);
        var again = await Table.DeleteEntityAsync("p", "r");

        Assert.Equal((412, 204, 404), (stale.Status, deleted.Status, again.Status));
    }

    [Fact]
    public async Task Creates_and_deletes_tables()
    {
        var table = Service.GetTableClient("others");

        Assert.Equal("others", (await table.CreateIfNotExistsAsync()).Value.Name);
        Assert.Equal("others", (await table.CreateIfNotExistsAsync()).Value.Name);
        var exists = await RefusedAsync(() => table.CreateAsync());
        var names = await Service.QueryAsync().Select(item => item.Name).ToListAsync();
        Assert.Equal(204, (await table.DeleteAsync()).Status);
        Assert.Equal(404, (await table.DeleteAsync()).Status);

        Assert.Equal((409, "TableAlreadyExists"), (exists.Status, exists.ErrorCode));
        Assert.Equal(["others", "things"], names.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("it's \"quoted\"")]
    [InlineData("a b+c&d=e%20f")]
    [InlineData("Zürich 東京 🚀")]
    [InlineData("arn:aws:states:x:1:execution:m:n$@!,;()[]{}<>~^`|*..")]
    [InlineData("")]
    public async Task Takes_keys_with_awkward_characters(string key)
    {
        var partition = key + "p";
        await Table.AddEntityAsync(Thing(partition, key, 1));
        await Table.UpdateEntityAsync(Thing(partition, key, 2), ETag.All);

        var kept = (await Table.GetEntityAsync<TableEntity>(partition, key)).Value;
        var found = await Table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey eq {key}")).ToListAsync();
        await Table.SubmitTransactionAsync([new(TableTransactionActionType.UpdateReplace, Thing(partition, key, 3), kept.ETag)]);
        await Table.DeleteEntityAsync(partition, key);

        Assert.Equal((partition, key, 2), (kept.PartitionKey, kept.RowKey, kept.GetInt32("Value")));
        Assert.Equal(2, Assert.Single(found).GetInt32("Value"));
        Assert.False((await Table.GetEntityIfExistsAsync<TableEntity>(partition, key)).HasValue);
    }

    [Fact]
    public async Task Stops_when_asked_to()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Table.AddEntityAsync(Thing("p", "r"), stop.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Table.QueryAsync<TableEntity>(cancellationToken: stop.Token).ToListAsync());
        Assert.False((await Table.GetEntityIfExistsAsync<TableEntity>("p", "r")).HasValue);
    }

    [Fact]
    public async Task Refuses_a_caller_with_another_key()
    {
        var stranger = new TableServiceClient(Account.TableEndpoint, new TableSharedKeyCredential(Account.Name, Convert.ToBase64String("other"u8)));

        var refused = await RefusedAsync(() => stranger.GetTableClient("things").GetEntityAsync<TableEntity>("p", "r"));

        Assert.Equal(403, refused.Status);
    }

    [Fact]
    public void Knows_its_account_by_every_kind_of_address()
    {
        var development = new TableServiceClient("UseDevelopmentStorage=true");
        var cloud = new TableServiceClient("DefaultEndpointsProtocol=https;AccountName=shop;AccountKey=a2V5;EndpointSuffix=core.windows.net");

        Assert.Equal(("devstoreaccount1", new Uri("http://127.0.0.1:10002/devstoreaccount1")), (development.AccountName, development.Uri));
        Assert.Equal(("shop", new Uri("https://shop.table.core.windows.net")), (cloud.AccountName, cloud.Uri));
        Assert.Equal(new Uri(Account.TableEndpoint + "/things"), Table.Uri);
        Assert.Throws<FormatException>(() => new TableServiceClient("AccountName=shop"));
    }
}
