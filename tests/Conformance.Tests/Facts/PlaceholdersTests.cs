using TaskOrchestration.Conformance.Tests.Comparing;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Facts;

public sealed class PlaceholdersTests
{
    private static readonly DateTimeOffset Now = new(2025, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Fact]
    public void Replaces_a_symbol_everywhere()
    {
        var filled = Fill("""{"symbols":[{"placeholder":"<f>","value":"it\"s"}],"a":"x <f>","b":{"<f>":["<f><f>"]}}""");

        Assert.Equal(Json.Parse("""{"a":"x it\"s","b":{"it\"s":["it\"sit\"s"]}}"""), filled.Without("symbols"));
    }

    [Fact]
    public void Knows_partition_and_region()
    {
        Assert.Equal(Json.Parse("""{"arn":"arn:aws:states:us-east-1:1:x"}"""), Fill("""{"arn":"arn:<partition>:states:<region>:1:x"}"""));
    }

    [Fact]
    public void Makes_times_from_now()
    {
        var filled = Fill("""{"symbols":[{"placeholder":"<t>","value":null,"made_from":"${time:now+86400s|%Y-%m-%dT%H:%M:%S}.000Z"}],"at":"<t>"}""");

        Assert.Equal(Json.Of("2025-01-03T03:04:05.000Z"), filled["at"]);
    }

    [Fact]
    public void Leaves_what_only_a_run_can_tell()
    {
        var filled = Fill("""{"symbols":[{"placeholder":"<x>","value":null,"made_from":"${expr:r1.arn}"}],"wild":{"text":["<region>"]},"a":"<x>"}""");

        Assert.Equal(Json.Of("<x>"), filled["a"]);
        Assert.Equal(Json.Parse("""{"text":["<region>"]}"""), filled["wild"]);
    }

    private static JsonObject Fill(string body) => Placeholders.Fill((JsonObject)Json.Parse(body), Now);
}
