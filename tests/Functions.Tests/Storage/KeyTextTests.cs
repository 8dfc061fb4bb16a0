using FsCheck;
using FsCheck.Fluent;
using TaskOrchestration.Functions.Storage;
using TaskOrchestration.Support;

namespace TaskOrchestration.Functions.Tests.Storage;

public sealed class KeyTextTests
{
    [Theory]
    [InlineData("order-1", "order-1")]
    [InlineData("a/b\\c#d?e%f+g!h", "a!002fb!005cc!0023d!003fe!0025f!002bg!0021h")]
    [InlineData("tab\t\u0000\u0085", "tab!0009!0000!0085")]
    [InlineData("Zürich 東京 🚀", "Zürich 東京 🚀")]
    [InlineData("", "")]
    public void Writes_otherwise_what_a_key_may_not_hold(string text, string key)
    {
        Assert.Equal(key, KeyText.Of(text));
        Assert.Equal(text, KeyText.From(key));
    }

    [Fact]
    public void Leads_back_to_every_text_and_holds_nothing_forbidden() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(Thoroughness.Cases(500)),
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
        {
            var key = KeyText.Of(text ?? "");
            return KeyText.From(key) == (text ?? "") && !key.Any(c => "/\\#?%+".Contains(c) || char.IsControl(c)) && key.EnumerateRunes().All(rune => rune.Value != 0xFFFD || text!.Contains('\uFFFD'));
        }));

    [Fact]
    public void Bounds_long_texts_and_tells_them_apart()
    {
        var text = new string('/', 1000);

        var key = KeyText.Bounded(text);

        Assert.True(key.Length <= KeyText.Longest);
        Assert.NotEqual(key, KeyText.Bounded(text + "/"));
        Assert.Equal("short", KeyText.Bounded("short"));
        Assert.DoesNotContain('/', key);
    }

    [Theory]
    [InlineData("e:1:", "e:1;")]
    [InlineData("a", "b")]
    public void Knows_where_a_range_of_keys_ends(string prefix, string after)
    {
        Assert.Equal(after, KeyText.After(prefix));
        Assert.True(string.CompareOrdinal(prefix + "\uffff\uffff", after) < 0);
    }
}
