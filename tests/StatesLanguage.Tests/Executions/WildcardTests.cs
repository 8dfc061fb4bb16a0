using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.StatesLanguage.Tests.Executions;

public sealed class WildcardTests
{
    [Theory]
    [InlineData("log-*.txt", "log-2026.txt", true)]
    [InlineData("log-*.txt", "log-.txt", true)]
    [InlineData("log-*.txt", "log-2026.csv", false)]
    [InlineData("*", "", true)]
    [InlineData("", "", true)]
    [InlineData("", "a", false)]
    [InlineData("a*b*c", "aXXbYYbc", true)]
    [InlineData("a*b*c", "aXXcYYb", false)]
    [InlineData(@"1\*2", "1*2", true)]
    [InlineData(@"1\*2", "1x2", false)]
    [InlineData(@"a\\b", @"a\b", true)]
    [InlineData(@"a\b", @"a\b", true)]
    [InlineData(@"ends\", @"ends\", true)]
    public void A_star_stands_for_any_characters_unless_it_is_escaped(string pattern, string text, bool matches) =>
        Assert.Equal(matches, Wildcard.Matches(pattern, text));

    [Fact]
    public void Many_stars_on_a_long_text_that_does_not_match_are_decided_without_exploding() =>
        Assert.False(Wildcard.Matches(string.Concat(Enumerable.Repeat("a*", 50)) + "b", new string('a', 5_000)));
}
