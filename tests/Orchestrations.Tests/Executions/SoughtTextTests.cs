using TaskOrchestration.Orchestrations.Executions;

namespace TaskOrchestration.Orchestrations.Tests.Executions;

public sealed class SoughtTextTests
{
    private const string Kept = """{"x":1,"list":[1,{"y":"a, b"}],"says":"\"so: \"","order":"of 2 lamps"}""";

    [Theory]
    [InlineData("\"x\":1")]
    [InlineData("\"X\": 1")]
    [InlineData("{   \"x\": 1,   \"list\": [     1,     {       \"y\": \"a, b\"     }   ],")]
    [InlineData("a, b\" } ], \"says\": ")]
    [InlineData("\"says\": \"\\\"so: \\\"\", ")]
    [InlineData("of 2 LAMPS")]
    [InlineData("a, b")]
    public void Is_found_however_it_is_laid_out(string text) => Assert.True(new SoughtText(text).IsIn(Kept));

    [Theory]
    [InlineData("\"a,b\"")]
    [InlineData("of2lamps")]
    [InlineData("of  2 lamps")]
    [InlineData("\"x\": 2")]
    public void Is_not_found_where_it_says_something_else(string text) => Assert.False(new SoughtText(text).IsIn(Kept));

    [Fact]
    public void Nothing_but_blanks_beside_nothing_stays_what_it_is() => Assert.False(new SoughtText("  ").IsIn(Kept));
}
