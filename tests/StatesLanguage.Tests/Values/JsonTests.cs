using FsCheck;
using FsCheck.Fluent;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Tests.Values;

public sealed class JsonTests
{
    private static readonly Gen<Json> Values = Gen.Sized(size => Value(Math.Min(size, 4)));

    [Theory]
    [InlineData("""{"b":1.0,"a":[true,false,null],"c":"x\"\\\n\u0001é€😀"}""")]
    [InlineData("-0")]
    [InlineData("12345678901234567890")]
    [InlineData("1e400")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("\"\"")]
    public void Writes_what_it_read_to_the_letter(string text) => Assert.Equal(text, Json.Parse(text).ToString());

    [Fact]
    public void Keeps_a_lone_surrogate_as_an_escape() => Assert.Equal("\"a\\ud800b\"", Json.Parse("\"a\\uD800b\"").ToString());

    [Fact]
    public void Resolves_every_escape() =>
        Assert.Equal("\"\\/\b\f\n\r\té😀", ((JsonString)Json.Parse("""
            "\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00"
            """)).Value);

    [Fact]
    public void Takes_the_last_of_members_with_one_name() => Assert.Equal("""{"a":2,"b":3}""", Json.Parse("""{"a":1,"b":3,"a":2}""").ToString());

    [Theory]
    [InlineData("", 1, 1)]
    [InlineData("{", 1, 2)]
    [InlineData("{\"a\":1,}", 1, 8)]
    [InlineData("[1,\n 2\n 3]", 3, 2)]
    [InlineData("nul", 1, 4)]
    [InlineData("1 2", 1, 3)]
    public void Says_where_a_text_is_no_JSON(string text, long line, long column)
    {
        var mistake = Assert.Throws<JsonSyntaxException>(() => Json.Parse(text));

        Assert.Equal((line, column), (mistake.Line, mistake.Column));
    }

    [Fact]
    public void Refuses_text_that_nests_too_deep() => Assert.Throws<JsonSyntaxException>(() => Json.Parse(new string('[', 2_000) + new string(']', 2_000)));

    [Theory]
    [InlineData("1", "1.0", true)]
    [InlineData("1e2", "100", true)]
    [InlineData("""{"a":1,"b":2}""", """{"b":2,"a":1}""", true)]
    [InlineData("[1,2]", "[2,1]", false)]
    [InlineData("\"1\"", "1", false)]
    [InlineData("null", "false", false)]
    public void Is_equal_to_what_means_the_same(string one, string other, bool equal)
    {
        Assert.Equal(equal, Json.Parse(one).Equals(Json.Parse(other)));
        Assert.True(!equal || Json.Parse(one).GetHashCode() == Json.Parse(other).GetHashCode());
    }

    [Fact]
    public void Finds_members_of_large_objects_and_replaces_them_in_place()
    {
        var large = JsonObject.Of(Enumerable.Range(0, 100).Select(i => KeyValuePair.Create<string, Json>($"m{i}", Json.Of(i))));

        Assert.Equal(Json.Of(77), large["m77"]);
        Assert.Null(large["m100"]);
        Assert.Equal(large.Names.ToArray(), large.With("m50", Json.Null).Names.ToArray());
        Assert.Equal(99, large.Without("m0").Count);
    }

    [Fact]
    public void Knows_a_length_beyond_what_it_could_ever_write()
    {
        Json value = Json.Of(new string('a', 1_000));
        for (var i = 0; i < 8; i++)
        {
            value = JsonArray.Of(Enumerable.Repeat(value, 100));
        }

        Assert.Equal(int.MaxValue, value.Utf8Length);
    }

    [Fact]
    public void Reads_back_what_it_writes_and_knows_the_length_before() =>
        Prop.ForAll(Values.ToArbitrary(), value =>
            Json.Parse(value.ToString()).Equals(value) && value.ToUtf8().Length == value.Utf8Length).QuickCheckThrowOnFailure();

    private static Gen<Json> Value(int depth)
    {
        var leaves = Gen.OneOf(
            Gen.Constant(Json.Null),
            Gen.Elements(Json.True, Json.False),
            ArbMap.Default.GeneratorFor<int>().Select(number => Json.Of(number)),
            ArbMap.Default.GeneratorFor<NormalFloat>().Select(number => Json.Of(number.Get)),
            Texts.Select(Json.Of));
        return depth == 0
            ? leaves
            : Gen.OneOf(
                leaves,
                Gen.ListOf(Value(depth - 1)).Select(items => (Json)JsonArray.Of(items)),
                Gen.ListOf(Gen.Zip(Texts, Value(depth - 1))).Select(members => (Json)JsonObject.Of(members.Select(member => KeyValuePair.Create(member.Item1, member.Item2)))));
    }

    private static Gen<string> Texts => ArbMap.Default.GeneratorFor<string>().Select(text => text ?? "");
}
