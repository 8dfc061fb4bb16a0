using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Regexes;
using TaskOrchestration.Support;

namespace TaskOrchestration.StatesLanguage.Tests.Expressions.Jsonata.Regexes;

public class PatternLaws
{
    private const string Alphabet = "abc";

    /// <summary>Patterns whose meaning .NET shares with JavaScript: none whose repeated part may be empty, and no groups, which JavaScript forgets when a part comes again.</summary>
    private static readonly Gen<string> Patterns = PatternOf(3);

    [Fact]
    public void Finds_what_the_platform_finds_where_both_mean_the_same() =>
        Prop.ForAll(Patterns.ToArbitrary(), TextOf(8).ToArbitrary(), Agrees).Check(Config.QuickThrowOnFailure.WithMaxTest(Thoroughness.Cases(3_000)));

    [Fact]
    public void Any_text_is_a_pattern_or_refused() =>
        Prop.ForAll(Gen.Elements("()[]{}*+?|^$.\\abk<>=!:-,12dwsBcux".ToCharArray()).ArrayOf().ToArbitrary(), IsPatternOrRefused)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Thoroughness.Cases(5_000)));

    private static Gen<string> PatternOf(int depth)
    {
        var character = Gen.Elements("a", "b", "c", ".", "[ab]", "[^a]", "\\w", "\\b", "^", "$");
        if (depth == 0)
        {
            return character;
        }

        var inner = PatternOf(depth - 1);
        return Gen.OneOf(
            character,
            inner.Two().Select(pair => pair.Item1 + pair.Item2),
            inner.Two().Select(pair => $"(?:{pair.Item1}|{pair.Item2})"),
            inner.Select(part => $"(?={part})"),
            inner.Select(part => $"(?<!{part})"),
            inner.Zip(Gen.Elements("*", "+", "?", "*?", "+?", "{2}", "{1,2}?"), (part, often) => $"(?:{part}[abc]){often}"));
    }

    private static Gen<string> TextOf(int most) => Gen.Choose(0, most).SelectMany(count => Gen.Elements(Alphabet.ToCharArray()).ArrayOf(count)).Select(text => new string(text));

    private static void Agrees(string pattern, string text)
    {
        var steps = 1_000_000L;
        var expected = Regex.Match(text, pattern, RegexOptions.None, TimeSpan.FromMinutes(1));

        var match = Pattern.Parse(pattern).Match(text, 0, ref steps);

        Assert.Equal(expected.Success ? (expected.Index, expected.Value) : null, match is null ? null : ((int, string)?)(match.Start, match.Text));
    }

    private static void IsPatternOrRefused(char[] characters)
    {
        var text = new string(characters);
        try
        {
            var steps = 100_000L;
            Pattern.Parse(text, ignoreCase: text.Length % 2 == 0).Match("abcabc12", 0, ref steps);
        }
        catch (Exception refusal) when (refusal is PatternSyntaxException or PatternLimitException)
        {
            Assert.NotEmpty(refusal.Message);
        }
    }
}
