using Azure.Data.Tables;
using TaskOrchestration.Functions.Storage;

namespace TaskOrchestration.Functions.Tests.Storage;

public sealed class PackedTextTests
{
    public static TheoryData<string?> Texts => [null, "", "short", new string('x', 4096), new string('x', 4097), Noise(300_000), "ü🚀" + Noise(100_000)];

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Gives_back_what_was_put_in(string? text)
    {
        var table = EmulatedTables.Create()[TableNames.Answers];
        var entity = new TableEntity("p", "r");

        entity.SetText("Text", text);
        await table.PutAsync(entity);

        Assert.Equal(text, (await table.FindAsync("p", "r"))!.FindText("Text"));
    }

    [Fact]
    public void Leaves_nothing_of_the_text_before()
    {
        var entity = new TableEntity("p", "r");
        entity.SetText("Text", Noise(300_000));
        Assert.True(entity.Count > 5);

        entity.SetText("Text", "short");

        Assert.Equal(["PartitionKey", "RowKey", "Text"], entity.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Refuses_what_does_not_fit()
    {
        var refused = Assert.Throws<EntityTooLargeException>(() => new TableEntity("p", "r").SetText("Text", Noise(2_000_000)));

        Assert.StartsWith("Text: expected at most 921600 bytes once compressed, found ", refused.Message, StringComparison.Ordinal);
    }

    private static string Noise(int length)
    {
        var random = new Random(7);
        return string.Create(length, random, static (text, random) =>
        {
            for (var index = 0; index < text.Length; index++)
            {
                text[index] = (char)random.Next(33, 127);
            }
        });
    }
}
