using Azure;
using Azure.Data.Tables;

namespace TaskOrchestration.Offline.Tests.Tables;

public sealed class TableEntityTests : TableTest
{
    public static TheoryData<object> Values =>
    [
        "text", "", "quotes \"'\\ and\nlines\t\u0001", "Zürich 東京 🚀", "2024-02-29T00:00:00Z", "00000000-0000-0000-0000-000000000001",
        true, false, 0, int.MaxValue, int.MinValue, 0L, long.MaxValue, long.MinValue, 0.5, 5.0, -0.1, double.MaxValue, double.Epsilon,
        double.NaN, double.PositiveInfinity, double.NegativeInfinity,
        Guid.Parse("c9da6455-213d-42c9-9a79-3e9149a57833"), new DateTimeOffset(2024, 2, 29, 23, 59, 59, TimeSpan.Zero).AddTicks(1234567),
        new byte[] { 0, 1, 254, 255 }, Array.Empty<byte>(),
    ];

    [Theory]
    [MemberData(nameof(Values))]
    public async Task Keeps_every_kind_of_value(object value)
    {
        await Table.AddEntityAsync(Thing("p", "r", value));

        Assert.Equal(value, (await Table.GetEntityAsync<TableEntity>("p", "r")).Value["Value"]);
        Assert.Equal(value, (await Table.QueryAsync<TableEntity>().SingleAsync())["Value"]);
    }

    [Fact]
    public async Task Keeps_moments_without_their_offset()
    {
        var moment = new DateTimeOffset(2024, 2, 29, 12, 0, 0, TimeSpan.FromHours(2));
        await Table.AddEntityAsync(new TableEntity("p", "r") { ["A"] = moment, ["B"] = moment.UtcDateTime });

        var kept = (await Table.GetEntityAsync<TableEntity>("p", "r")).Value;

        Assert.Equal((moment.ToUniversalTime(), TimeSpan.Zero), (kept.GetDateTimeOffset("A"), kept.GetDateTimeOffset("A")!.Value.Offset));
        Assert.Equal(moment.UtcDateTime, kept.GetDateTime("B"));
        Assert.Equal(moment, kept.GetDateTimeOffset("B"));
    }

    [Fact]
    public async Task Leaves_out_what_is_null()
    {
        await Table.AddEntityAsync(Thing("p", "r", null));

        var kept = (await Table.GetEntityAsync<TableEntity>("p", "r")).Value;

        Assert.False(kept.ContainsKey("Value"));
        Assert.Null(kept["Value"]);
        Assert.Null(kept.GetInt64("Value"));
    }

    [Fact]
    public async Task Holds_properties_of_64_KiB_and_no_more()
    {
        await Table.AddEntityAsync(new TableEntity("p", "r") { ["Bytes"] = new byte[65536], ["Text"] = new string('x', 32768) });

        var bytes = await RefusedAsync(() => Table.AddEntityAsync(new TableEntity("p", "s") { ["Bytes"] = new byte[65537] }));
        var text = await RefusedAsync(() => Table.AddEntityAsync(new TableEntity("p", "s") { ["Text"] = new string('x', 32769) }));

        Assert.Equal(65536, (await Table.GetEntityAsync<TableEntity>("p", "r")).Value.GetBinary("Bytes").Length);
        Assert.Equal((400, 400), (bytes.Status, text.Status));
    }

    [Fact]
    public async Task Holds_a_megabyte_and_no_more()
    {
        static TableEntity Of(int properties) => new(Enumerable.Range(0, properties).ToDictionary(number => $"P{number}", _ => (object)new byte[65000]))
        {
            PartitionKey = "p", RowKey = "r",
        };
        await Table.AddEntityAsync(Of(15));

        var refused = await RefusedAsync(() => Table.UpsertEntityAsync(Of(17)));

        Assert.Equal(65000 * 15, (await Table.GetEntityAsync<TableEntity>("p", "r")).Value.Where(each => each.Value is byte[]).Sum(each => ((byte[])each.Value).Length));
        Assert.True(refused.Status is 400 or 413, refused.Message);
    }

    [Fact]
    public void Is_a_dictionary_of_its_properties()
    {
        var entity = new TableEntity("p", "r") { ["Large"] = 1L, ["Double"] = 1.5, ["Small"] = 1, ["Data"] = new byte[] { 1 } };
        entity.ETag = new ETag("tag");
        entity["Large"] = 2;
        entity["Double"] = 2;
        entity["Small"] = 3L;

        Assert.Equal((2L, 2.0, 3L), (entity.GetInt64("Large"), entity.GetDouble("Double"), entity.GetInt64("Small")));
        Assert.Equal(new byte[] { 1 }, entity.GetBinaryData("Data").ToArray());
        Assert.Equal(("p", "r", "tag"), (entity["PartitionKey"], entity["RowKey"], entity["odata.etag"]));
        Assert.Equal(7, entity.Count);
        Assert.Throws<InvalidOperationException>(() => entity.GetInt32("Double"));
        Assert.Throws<InvalidOperationException>(() => entity["Data"] = "text");
    }
}
