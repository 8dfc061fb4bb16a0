using Azure.Data.Tables;

namespace TaskOrchestration.Offline.Tests.Tables;

public sealed class TableQueryTests : TableTest
{
    [Fact]
    public async Task Reads_more_than_a_thousand_entities_page_by_page_in_the_order_of_their_keys()
    {
        await FillAsync(2345);

        var pages = await Table.QueryAsync<TableEntity>("PartitionKey eq 'p'").AsPages().ToListAsync();

        Assert.Equal([1000, 1000, 345], pages.Select(page => page.Values.Count));
        Assert.Null(pages[^1].ContinuationToken);
        Assert.Equal(Enumerable.Range(0, 2345), pages.SelectMany(page => page.Values).Select(entity => entity.GetInt32("Value")!.Value));
    }

    [Fact]
    public async Task Goes_on_where_a_page_ended()
    {
        await FillAsync(25);
        var query = Table.QueryAsync<TableEntity>("PartitionKey eq 'p'", maxPerPage: 10);

        var first = await query.AsPages().FirstAsync();
        var rest = await query.AsPages(first.ContinuationToken).ToListAsync();
        var small = await query.AsPages(first.ContinuationToken, pageSizeHint: 3).FirstAsync();

        Assert.Equal(10, first.Values.Count);
        Assert.Equal([10, 5], rest.Select(page => page.Values.Count));
        Assert.Equal(Enumerable.Range(10, 15), rest.SelectMany(page => page.Values).Select(entity => entity.GetInt32("Value")!.Value));
        Assert.Equal([10, 11, 12], small.Values.Select(entity => entity.GetInt32("Value")!.Value));
    }

    [Fact]
    public async Task Goes_on_in_another_partition_with_awkward_keys()
    {
        string[] keys = ["a b", "it's", "ü%20", "日本"];
        foreach (var key in keys)
        {
            await Table.AddEntityAsync(Thing(key, key));
        }

        var pages = await Table.QueryAsync<TableEntity>(maxPerPage: 1).AsPages().ToListAsync();

        Assert.Equal(keys, pages.SelectMany(page => page.Values).Select(entity => entity.RowKey));
    }

    [Fact]
    public async Task Filters_by_values_of_every_kind()
    {
        var moment = new DateTimeOffset(2024, 2, 29, 12, 0, 0, 123, TimeSpan.Zero);
        var guid = Guid.Parse("c9da6455-213d-42c9-9a79-3e9149a57833");
        await Table.AddEntityAsync(new TableEntity("p", "r")
        {
            ["Text"] = "O'Neill's ü", ["Large"] = 9_007_199_254_740_993L, ["Small"] = 7, ["Double"] = 1.5, ["Flag"] = true, ["At"] = moment, ["Id"] = guid,
        });
        await Table.AddEntityAsync(new TableEntity("p", "s")
        {
            ["Text"] = "other", ["Large"] = 1L, ["Small"] = 1, ["Double"] = 0.5, ["Flag"] = false, ["At"] = moment.AddTicks(-1), ["Id"] = Guid.Empty,
        });

        FormattableString[] filters =
        [
            $"Text eq {"O'Neill's ü"}", $"Large eq {9_007_199_254_740_993L}", $"Small gt {6}", $"Double ge {1.5}", $"Flag eq {true}", $"At ge {moment}", $"Id eq {guid}",
            $"PartitionKey eq {"p"} and RowKey ge {"a"} and RowKey lt {"s"}", $"Flag eq {true} or Small eq {7} and not (Text eq {"x"})",
        ];
        foreach (var filter in filters)
        {
            Assert.Equal("r", Assert.Single(await Table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter(filter)).ToListAsync()).RowKey);
        }
    }

    [Fact]
    public void Writes_values_into_filters_so_that_none_is_taken_for_part_of_it()
    {
        Assert.Equal("A eq 'x'' or ''1'' eq ''1' and B gt 5L", TableClient.CreateQueryFilter($"A eq {"x' or '1' eq '1"} and B gt {5L}"));
        Assert.Equal("B eq 1 and C eq true", TableClient.CreateQueryFilter($"B eq {1} and C eq {true}"));
        Assert.Equal(
            "A lt datetime'2024-02-29T12:00:00Z'", TableClient.CreateQueryFilter($"A lt {new DateTimeOffset(2024, 2, 29, 14, 0, 0, TimeSpan.FromHours(2))}"));
    }

    [Fact]
    public async Task Reads_the_properties_asked_for_alone()
    {
        await Table.AddEntityAsync(new TableEntity("p", "r") { ["A"] = 1, ["B"] = 2 });

        var kept = await Table.QueryAsync<TableEntity>(select: ["RowKey", "B"]).SingleAsync();

        Assert.Equal(("r", null, 2), (kept.RowKey, kept.GetInt32("A"), kept.GetInt32("B")));
    }

    [Fact]
    public async Task Refuses_a_filter_that_is_none()
    {
        var refused = await RefusedAsync(async () => await Table.QueryAsync<TableEntity>("PartitionKey eq").ToListAsync());

        Assert.Equal(400, refused.Status);
    }

    private async Task FillAsync(int count)
    {
        foreach (var chunk in Enumerable.Range(0, count).Chunk(100))
        {
            await Table.SubmitTransactionAsync(chunk.Select(number => new TableTransactionAction(TableTransactionActionType.Add, Thing("p", $"{number:00000}", number))));
        }
    }
}
