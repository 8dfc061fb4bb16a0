using TaskOrchestration.Orchestrations.Resources.Events;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Tests.Resources.Events;

public sealed class EventPatternTests
{
    private const string Happened = """{"source":"shop.eu","detail":{"state":"Open","n":5,"tags":["a","b"],"none":null,"inner":{"x":true}}}""";

    [Theory]
    [InlineData("""{"source":["x","shop.eu"]}""", true)]
    [InlineData("""{"source":["shop"]}""", false)]
    [InlineData("""{"source":[{"prefix":"shop."}],"detail":{"inner":{"x":[true]}}}""", true)]
    [InlineData("""{"source":[{"suffix":".us"}]}""", false)]
    [InlineData("""{"source":[{"wildcard":"sh*.eu"}]}""", true)]
    [InlineData("""{"detail":{"state":[{"equals-ignore-case":"oPEN"}]}}""", true)]
    [InlineData("""{"detail":{"state":[{"prefix":{"equals-ignore-case":"op"}}]}}""", true)]
    [InlineData("""{"detail":{"state":[{"anything-but":["Closed"]}]}}""", true)]
    [InlineData("""{"detail":{"state":[{"anything-but":{"prefix":"Op"}}]}}""", false)]
    [InlineData("""{"detail":{"n":[{"numeric":[">",4,"<=",5]}]}}""", true)]
    [InlineData("""{"detail":{"n":[{"numeric":["<",5]}]}}""", false)]
    [InlineData("""{"detail":{"tags":["b","z"]}}""", true)]
    [InlineData("""{"detail":{"tags":["z"]}}""", false)]
    [InlineData("""{"detail":{"none":[null]}}""", true)]
    [InlineData("""{"detail":{"missing":[{"exists":false}],"state":[{"exists":true}]}}""", true)]
    [InlineData("""{"detail":{"state":[{"exists":false}]}}""", false)]
    [InlineData("""{"$or":[{"source":["no"]},{"detail":{"n":[5]}}]}""", true)]
    public void Says_whether_an_event_meets_it(string pattern, bool meets) =>
        Assert.Equal(meets, EventPattern.Matches((JsonObject)Json.Parse(pattern), (JsonObject)Json.Parse(Happened)));

    [Theory]
    [InlineData("""{"a":["x"]}""", null)]
    [InlineData("""{"a":{"b":"x"}}""", "a.b: expected a list of values to match or an object, found \"x\"")]
    [InlineData("""{"a":[]}""", "a: expected at least one value to match, found an empty list")]
    public void Says_why_a_pattern_is_none(string pattern, string? problem) => Assert.Equal(problem, EventPattern.ProblemIn((JsonObject)Json.Parse(pattern)));
}
