using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Regexes;

namespace TaskOrchestration.StatesLanguage.Tests.Expressions.Jsonata.Regexes;

public class PatternTests
{
    private const string Nothing = "nothing";

    [Theory]
    [InlineData("b+", "abbc", "1:bb")]
    [InlineData("b+?", "abbc", "1:b")]
    [InlineData("a|ab", "ab", "0:a")]
    [InlineData("^b", "ab", Nothing)]
    [InlineData("b$", "ab", "1:b")]
    [InlineData("a{2,3}", "aaaa", "0:aaa")]
    [InlineData("a{2}", "a", Nothing)]
    [InlineData("a{,2}", "a{,2}", "0:a{,2}")]
    [InlineData("x*", "abc", "0:")]
    [InlineData("(?:\\b|[^a])?", "c", "0:c")]
    [InlineData("[a-c]+", "xxcab!", "2:cab")]
    [InlineData("[^a-c]+", "abxy", "2:xy")]
    [InlineData("[]", "a", Nothing)]
    [InlineData("[^]", "\n", "0:\n")]
    [InlineData("[\\w-]+", "a-b c", "0:a-b")]
    [InlineData("[\\b]", "\b", "0:\b")]
    [InlineData("a.c", "a\nc", Nothing)]
    [InlineData("a.c", "a\u2028c", Nothing)]
    [InlineData("\\u0041\\x42", "AB", "0:AB")]
    [InlineData("\\cJ", "\n", "0:\n")]
    [InlineData("\\101", "A", "0:A")]
    [InlineData("]", "]", "0:]")]
    [InlineData("\\/", "/", "0:/")]
    public void Finds_the_first_match(string pattern, string text, string expected) => Assert.Equal(expected, Found(pattern, text));

    [Theory]
    [InlineData("(a)(b)?", "ac", "0:a,a,-")]
    [InlineData("(a*)*", "b", "0:,-")]
    [InlineData("(z)((a+)?(b+)?(c))*", "zaacbbbcac", "0:zaacbbbcac,z,ac,a,-,c")]
    [InlineData("(?:(a)|b)*", "ab", "0:ab,-")]
    [InlineData("(?=(a+))a*b\\1", "baaabac", "3:aba,a")]
    [InlineData("(.*?)a(?!(a+)b\\2c)\\2(.*)", "baaabaac", "0:baaabaac,ba,-,abaac")]
    [InlineData("(?<year>\\d{4})-\\k<year>", "2018-2018", "0:2018-2018,2018")]
    [InlineData("\\1(a)", "a", "0:a,a")]
    [InlineData("(?<=(\\d+)(\\d+))$", "1053", "4:,1,053")]
    [InlineData("(?<=\\$)\\d+", "cost $42", "6:42")]
    [InlineData("(?<!\\$)\\b\\d+", "$42 43", "4:43")]
    public void Remembers_groups_as_JavaScript_does(string pattern, string text, string expected) => Assert.Equal(expected, Found(pattern, text));

    [Theory]
    [InlineData("\\w", "é", Nothing)]
    [InlineData("\\d", "٣", Nothing)]
    [InlineData("\\W", "é", "0:é")]
    [InlineData("\\b", "é", Nothing)]
    [InlineData("\\s+", "a\u00a0\ufeff\u3000b", "1:\u00a0\ufeff\u3000")]
    [InlineData("\\S", "\u2029", Nothing)]
    public void Word_characters_and_digits_are_those_of_ASCII_and_white_space_is_that_of_Unicode(string pattern, string text, string expected) =>
        Assert.Equal(expected, Found(pattern, text));

    [Theory]
    [InlineData("ABC", "xabc", "1:abc")]
    [InlineData("[a-z]+", "ABC", "0:ABC")]
    [InlineData("[^a-z]", "ABC1", "3:1")]
    [InlineData("é", "É", "0:É")]
    [InlineData("(a)\\1", "aA", "0:aA,a")]
    [InlineData("ß", "SS", Nothing)]
    [InlineData("s", "\u017f", Nothing)]
    [InlineData("σ", "Σ", "0:Σ")]
    [InlineData("ς", "σ", "0:σ")]
    public void Case_may_be_ignored(string pattern, string text, string expected) => Assert.Equal(expected, Found(pattern, text, ignoreCase: true));

    [Theory]
    [InlineData("^b", "a\nb", "2:b")]
    [InlineData("a$", "a\r\nb", "0:a")]
    [InlineData("^", "", "0:")]
    [InlineData("^c", "a\nb", Nothing)]
    public void Lines_may_be_looked_at_one_by_one(string pattern, string text, string expected) => Assert.Equal(expected, Found(pattern, text, multiline: true));

    [Fact]
    public void The_search_may_begin_later_and_a_look_behind_still_sees_what_is_before()
    {
        var steps = 1000L;

        var match = Pattern.Parse("(?<=a)b").Match("abab", 2, ref steps);

        Assert.Equal(3, match?.Start);
    }

    [Theory]
    [InlineData("(a+)+b")]
    [InlineData("(a|a)*b")]
    [InlineData("(a|aa)+$b")]
    [InlineData("(.*)*x")]
    [InlineData("(?=(a+)+b)")]
    [InlineData("(a?){60}b")]
    public void A_pattern_that_would_take_for_ever_uses_up_its_steps(string pattern)
    {
        var steps = 1_000_000L;
        var hard = Pattern.Parse(pattern);

        Assert.Throws<PatternLimitException>(() => hard.Match(new string('a', 60), 0, ref steps));
    }

    [Fact]
    public void A_search_takes_the_same_steps_every_time()
    {
        long first = 1_000_000, second = 1_000_000;
        var pattern = Pattern.Parse("(a|ab)(c|bcd)(d*)");

        pattern.Match("xxabcdabcd", 0, ref first);
        pattern.Match("xxabcdabcd", 0, ref second);

        Assert.Equal(first, second);
    }

    [Fact]
    public void A_long_text_is_not_too_long()
    {
        var steps = 20_000_000L;
        var text = new string('a', 1_000_000);

        var match = Pattern.Parse("^(?:a|b)*$").Match(text, 0, ref steps);

        Assert.Equal(text.Length, match?.End);
    }

    [Theory]
    [InlineData("a**", "Nothing to repeat")]
    [InlineData("(", "Unterminated group")]
    [InlineData(")", "Unmatched ')'")]
    [InlineData("[b-a]", "Range out of order in character class")]
    [InlineData("[a", "Unterminated character class")]
    [InlineData("a{2,1}", "numbers out of order in {} quantifier")]
    [InlineData("(?i)a", "Invalid group")]
    [InlineData("(?<n>a)\\k<m>", "Invalid named capture referenced")]
    [InlineData("(?<n>a)(?<n>b)", "Duplicate capture group name")]
    [InlineData("(?<", "Invalid capture group name")]
    [InlineData("\\", "\\ at end of pattern")]
    public void Says_what_is_no_regular_expression(string pattern, string problem)
    {
        var exception = Assert.Throws<PatternSyntaxException>(() => Pattern.Parse(pattern));

        Assert.Equal($"Invalid regular expression: /{pattern}/: {problem}", exception.Message);
    }

    [Fact]
    public void Groups_that_nest_without_end_are_refused() =>
        Assert.Throws<PatternSyntaxException>(() => Pattern.Parse(new string('(', 100_000) + new string(')', 100_000)));

    /// <summary>The place and text of the match, then its groups.</summary>
    private static string Found(string pattern, string text, bool ignoreCase = false, bool multiline = false)
    {
        var steps = 100_000L;
        var match = Pattern.Parse(pattern, ignoreCase, multiline).Match(text, 0, ref steps);
        return match is null ? Nothing : string.Join(',', [$"{match.Start}:{match.Text}", .. match.Groups.Select(group => group ?? "-")]);
    }
}
