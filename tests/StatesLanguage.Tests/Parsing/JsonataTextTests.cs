using TaskOrchestration.StatesLanguage.Expressions;
using TaskOrchestration.StatesLanguage.Expressions.Jsonata;
using TaskOrchestration.StatesLanguage.Parsing;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Tests.Parsing;

public sealed class JsonataTextTests
{
    [Theory]
    [InlineData("{% 1 + 2 %}")]
    [InlineData("{%1 + 2%}")]
    [InlineData("{%\\n  1 + 2\\t%}")]
    public void Reads_the_expression_between_the_delimiters(string text) =>
        Assert.Equal(Query("1 + 2"), Definition.State<PassState>(Pass($"\"{text}\"")).Output);

    [Theory]
    [InlineData("\"1 + 2\"")]
    [InlineData("\" {% 1 %} \"")]
    [InlineData("\"$.a\"")]
    [InlineData("""{"a.$":"$.b","c":[1,{"d":null}]}""")]
    public void Leaves_everything_else_as_it_is(string output) =>
        Assert.Equal(new Expression.Constant(Json.Parse(output)), Definition.State<PassState>(Pass(output)).Output);

    [Fact]
    public void Finds_expressions_anywhere_in_a_template() =>
        Assert.Equal(
            new Expression.ObjectOf([
                new ObjectField("a", new Expression.ListOf([new Expression.Constant(Json.Of(1)), new Expression.ObjectOf([new ObjectField("b.$", Query("$v"))])])),
                new ObjectField("c", new Expression.Constant(Json.Parse("[2]"))),
            ]),
            Definition.State<PassState>(Pass("""{"a":[1,{"b.$":"{% $v %}"}],"c":[2]}""")).Output);

    [Fact]
    public void Means_nothing_to_a_state_in_JSONPath() =>
        Assert.Equal(
            new Expression.Constant(Json.Parse("""{"a":"{% ( %}"}""")),
            Definition.State<PassState>("""{"Type":"Pass","Parameters":{"a":"{% ( %}"},"End":true}""").Parameters);

    [Theory]
    [InlineData("\"{% 1 + %}\"", "Unexpected end of expression", "")]
    [InlineData("\"{%%}\"", "Unexpected end of expression", "")]
    [InlineData("""{"a":["{% a[1,2) %}"]}""", "Expected \"]\", got \",\"", "/a[0]")]
    [InlineData("\"{% 1\"", "Expected a JSONata expression between '{%' and '%}', found only one of them", "")]
    [InlineData("\"1 %}\"", "Expected a JSONata expression between '{%' and '%}', found only one of them", "")]
    public void Says_what_is_wrong_and_where(string output, string message, string place) =>
        Assert.Equal(
            [new Problem(ProblemSeverity.Error, ProblemCode.InvalidJsonata, message, $"/States/S/Output{place}")],
            DefinitionParser.Parse(Definition.Of(Pass(output))).Problems.Select(problem => problem with { OffsetInExpression = null }));

    [Theory]
    [InlineData(""" "Type":"Wait","Seconds":"{% ( %}","End":true """, "/Seconds")]
    [InlineData(""" "Type":"Wait","Timestamp":"{% ( %}","End":true """, "/Timestamp")]
    [InlineData(""" "Type":"Fail","Error":"{% ( %}" """, "/Error")]
    [InlineData(""" "Type":"Pass","Assign":{"v":"{% ( %}"},"End":true """, "/Assign/v")]
    [InlineData(""" "Type":"Task","Resource":"f","Arguments":{"a":"{% ( %}"},"End":true """, "/Arguments/a")]
    [InlineData(""" "Type":"Task","Resource":"f","TimeoutSeconds":"{% ( %}","End":true """, "/TimeoutSeconds")]
    [InlineData(""" "Type":"Task","Resource":"f","Credentials":{"RoleArn":"{% ( %}"},"End":true """, "/Credentials/RoleArn")]
    [InlineData(""" "Type":"Task","Resource":"f","Catch":[{"ErrorEquals":["E"],"Output":"{% ( %}","Next":"Z"}],"Next":"Z" """, "/Catch[0]/Output")]
    [InlineData(""" "Type":"Choice","Choices":[{"Condition":"{% ( %}","Next":"Z"}],"Default":"Z" """, "/Choices[0]/Condition")]
    [InlineData(""" "Type":"Map","Items":"{% ( %}","ItemProcessor":{"StartAt":"I","States":{"I":{"Type":"Pass","End":true}}},"End":true """, "/Items")]
    [InlineData(""" "Type":"Map","MaxConcurrency":"{% ( %}","ItemProcessor":{"StartAt":"I","States":{"I":{"Type":"Pass","End":true}}},"End":true """, "/MaxConcurrency")]
    public void Every_field_that_may_be_an_expression_is_read_as_one(string fields, string place) =>
        Assert.Equal(
            [(ProblemCode.InvalidJsonata, $"/States/S{place}")],
            DefinitionParser.Parse(Definition.Of("{\"QueryLanguage\":\"JSONata\"," + fields + "}")).Problems.Select(problem => (problem.Code, problem.Pointer)));

    private static string Pass(string output) => $$"""{"Type":"Pass","QueryLanguage":"JSONata","Output":{{output}},"End":true}""";

    private static Expression.Query Query(string text) => new(JsonataExpression.Parse(text));
}
