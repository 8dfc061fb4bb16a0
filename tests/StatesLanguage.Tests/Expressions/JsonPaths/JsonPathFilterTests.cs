using TaskOrchestration.StatesLanguage.Expressions.JsonPaths;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Tests.Expressions.JsonPaths;

public class JsonPathFilterTests
{
    [Theory]
    [InlineData("@.n == 2", "b")]
    [InlineData("@.n == 2.0", "b")]
    [InlineData("@.n == '2'", "b")]
    [InlineData("@.n != 2", "a c")]
    [InlineData("@.n < 2", "a")]
    [InlineData("@.n <= 2", "a b")]
    [InlineData("@.n > 2", "c")]
    [InlineData("@.n >= 2e0", "b c")]
    [InlineData("@.n > $.limit", "c")]
    [InlineData("@.n > -1", "a b c")]
    [InlineData("@.n == .5", "")]
    [InlineData("@.id == 'b'", "b")]
    [InlineData("@.id == b", "b")]
    [InlineData("@['id'] == b", "b")]
    [InlineData("@.id > 'a'", "b c")]
    [InlineData("@.id =~ /[ab]/", "a b")]
    [InlineData("@.id =~ /B/i", "b")]
    [InlineData("@.long =~ /lo/", "")]
    [InlineData("@.long =~ /lo.*/", "c")]
    [InlineData("@.n =~ /1/", "a")]
    [InlineData("@.on == true", "a")]
    [InlineData("@.on == false", "b")]
    [InlineData("@.on", "a b")]
    [InlineData("!@.on", "c")]
    [InlineData("@.none", "")]
    [InlineData("!@.none", "a b c")]
    [InlineData("@.none != 1", "")]
    [InlineData("@.on == null", "c")]
    [InlineData("@.on != null", "a b")]
    [InlineData("@.n == 1 || @.n == 3", "a c")]
    [InlineData("@.n > 1 && @.id != 'c'", "b")]
    [InlineData("@.n == 1 || @.n == 2 && @.id == 'c'", "a")]
    [InlineData("(@.n == 1 || @.n == 2) && @.id == 'c'", "a")]
    [InlineData("1 == 1", "a b c")]
    [InlineData("'a' == 'b'", "")]
    public void Keeps_the_items_that_pass(string condition, string expected)
    {
        const string Json = """
            {"limit": 2, "items": [
              {"id": "a", "n": 1, "on": true},
              {"id": "b", "n": 2, "on": false},
              {"id": "c", "n": 3, "on": null, "long": "long"}]}
            """;

        var found = (JsonArray)Looked.Up($"$.items[?({condition})].id", Json);

        Assert.Equal(expected, string.Join(' ', found.Select(i => ((JsonString)i).Value)));
    }

    [Theory]
    [InlineData("[?(@ > 1)]", "[1, 2, 3]", "[2, 3]")]
    [InlineData("[?(@ == 'a')]", """["a", "b"]""", """["a"]""")]
    [InlineData("[?(@ == null)]", "[null, 1]", "[null]")]
    [InlineData("[?(@[0] == 1)]", "[[1], [2]]", "[[1]]")]
    [InlineData("[?(@ == 'Mr (X)')]", """["Mr (X)"]""", """["Mr (X)"]""")]
    public void An_item_may_be_tested_as_a_whole(string filter, string json, string expected) =>
        Assert.Equal(Json.Parse(expected), Looked.Up("$" + filter, json));

    [Theory]
    [InlineData("""{"n": 1}""", """[{"n": 1}]""")]
    [InlineData("""{"n": 2}""", "[]")]
    [InlineData("""{"a": {"n": 1}}""", "[]")]
    public void An_object_is_tested_itself_not_its_members(string json, string expected) =>
        Assert.Equal(Json.Parse(expected), Looked.Up("$[?(@.n == 1)]", json));

    [Fact]
    public void Text_in_double_quotes_keeps_them() => Assert.Equal(JsonArray.Empty, Looked.Up("$[?(@.a == \"x\")]", """[{"a": "x"}]"""));

    [Theory]
    [InlineData("$.a[?(@.n == x)]")]
    [InlineData("$.a[?(@.n == '')]")]
    [InlineData("$.a[?(@.n < true)]")]
    [InlineData("$.a[?(@.n =~ 1)]")]
    public void A_number_against_a_text_that_is_none_ends_the_evaluation(string path) =>
        Assert.Equal(PathMissKind.BadComparison, Looked.UpInVain(path, """{"a": [{"n": 1}]}""").Kind);

    [Fact]
    public void Large_whole_numbers_are_told_apart() =>
        Assert.Equal(Json.Parse("[9007199254740993]"), Looked.Up("$[?(@ == 9007199254740993)]", "[9007199254740992, 9007199254740993]"));

    [Fact]
    public void A_filter_without_a_condition_fails_only_where_there_is_something_to_filter()
    {
        Assert.Equal(JsonArray.Empty, Looked.Up("$[?]", "[]"));
        Assert.Equal(PathMissKind.UnboundFilter, Looked.UpInVain("$[?]", "[1]").Kind);
    }

    [Fact]
    public void A_pattern_takes_no_more_than_linear_time() =>
        Assert.Equal(JsonArray.Empty, Looked.Up("$[?(@ =~ /(a*)*b/)]", $"[\"{new string('a', 50_000)}\"]"));
}
