using TaskOrchestration.StatesLanguage.Parsing;

namespace TaskOrchestration.StatesLanguage.Tests.Parsing;

public class DefinitionTextTests
{
    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    public void Tells_an_empty_text(string text) =>
        Assert.Equal(["MISSING_DESCRIPTION: Expected a definition, found an empty text"], Definition.Problems(text));

    [Theory]
    [InlineData("nothing here", "nothing", 1, 8)]
    [InlineData("{\n  \"é\": yes}", "yes", 2, 12)]
    [InlineData("hm", "hm", 1, 3)]
    public void Names_the_unknown_word_and_the_place_after_it(string text, string word, int line, int column)
    {
        var place = $"[Source: (String)\"{text}\"; line: {line}, column: {column}]";

        Assert.Equal(
            [$"INVALID_JSON_DESCRIPTION: Unrecognized token '{word}': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')\n at {place} at {place}"],
            Definition.Problems(text));
    }

    [Fact]
    public void Tells_where_broken_text_breaks()
    {
        var problem = Assert.Single(DefinitionParser.Parse("{\"a\": 1,\n \"b\" 2}").Problems);

        Assert.Equal(ProblemCode.InvalidJson, problem.Code);
        Assert.EndsWith("line: 2, column: 6]", problem.Pointer, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_a_field_that_occurs_twice() =>
        Assert.Equal(
            ["INVALID_JSON_DESCRIPTION: Expected each field once in an object, found it again at /States/S/Comment"],
            Definition.Problems("""{"StartAt":"S","States":{"S":{"Type":"Succeed","Comment":"a","Comment":"b"}}}"""));

    [Fact]
    public void Refuses_more_than_a_mebibyte()
    {
        var text = Definition.Of($$"""{"Type":"Succeed","Comment":"{{new string('x', 1_048_576)}}"}""");

        Assert.Equal(
            [$"SCHEMA_VALIDATION_FAILED: Expected a definition of at most 1048576 bytes, found {text.Length}"],
            Definition.Problems(text));
    }

    [Fact]
    public void Refuses_text_that_nests_without_end()
    {
        var parsed = DefinitionParser.Parse(new string('[', 100_000));

        Assert.Equal(ProblemCode.InvalidJson, Assert.Single(parsed.Problems).Code);
    }

    [Fact]
    public void Reads_states_that_nest_as_deeply_as_text_may()
    {
        var text = string.Concat(Enumerable.Range(0, 200).Select(i =>
                $$"""{"StartAt":"S{{i}}","States":{"S{{i}}":{"Type":"Parallel","End":true,"Branches":["""))
            + """{"StartAt":"E","States":{"E":{"Type":"Succeed"}}}"""
            + string.Concat(Enumerable.Repeat("]}}}", 200));

        Assert.Equal([], Definition.Problems(text));
    }
}
