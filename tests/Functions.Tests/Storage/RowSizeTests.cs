using System.Text.Json;
using Azure.Data.Tables;
using TaskOrchestration.Functions.Storage;
using TaskOrchestration.Functions.Tests.Executions;

namespace TaskOrchestration.Functions.Tests.Storage;

public sealed class RowSizeTests
{
    public static TheoryData<string> Texts =>
    [
        "",
        new string('"', PackedText.Short),
        RecordSamples.OtherNoise(PackedText.Short, seed: 1),
        RecordSamples.OtherNoise(200_000, seed: 2),
        string.Concat(Enumerable.Repeat("🙂", PackedText.Short / 2)),
        RecordSamples.Noise(800_000, seed: 3),
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Is_no_less_than_the_row_takes_in_a_request(string text)
    {
        var row = new TableEntity("partition", "row") { ["From"] = 7, ["Before"] = "digest" };
        row.SetText("Facts", text);

        var sent = JsonSerializer.SerializeToUtf8Bytes<IDictionary<string, object>>(row).Length;

        Assert.InRange(RowSize.Of(row), sent, (2 * sent) + 2_000);
    }
}
