using TaskOrchestration.StatesLanguage.Parsing;
using TaskOrchestration.StatesLanguage.Tests.Parsing;

namespace TaskOrchestration.StatesLanguage.Tests.Validation;

public class JsonataReferencesTests
{
    [Theory]
    [InlineData("phone", "Reference to 'phone' at the top level is not supported.")]
    [InlineData("a.b[c]", "Reference to 'a' at the top level is not supported.")]
    [InlineData("$map($states.input.a, function($x) { b })", "Reference to 'b' at the top level is not supported.")]
    [InlineData("{aaa: 1}", "Reference to 'aaa' at the top level is not supported.")]
    [InlineData("$.a", "Reference to '$' at the top level is not supported.")]
    [InlineData("$$", "Reference to '$$' is not supported.")]
    [InlineData("$states.input.a[b = $$.c]", "Reference to '$$' is not supported.")]
    [InlineData("$states.errorOutput.Cause", "Field '$states.errorOutput' does not exist.")]
    [InlineData("$states.result", "Field '$states.result' does not exist.")]
    [InlineData("$states.inputs", "Field '$states.inputs' does not exist.")]
    public void Refuses_what_expressions_cannot_refer_to(string expression, string problem) =>
        Assert.Equal([$"UNSUPPORTED_JSONATA_EXPRESSION: {problem} at /States/S/Output/v[0]"], ProblemsOfPass(expression));

    [Theory]
    [InlineData("$states.input.phone")]
    [InlineData("$states.input.items[value > 3].{'a': b}^(c)")]
    [InlineData("$states.context.Execution.Id & $neverSet.a")]
    [InlineData("$map($states.input, function($v, $i) { $v.a + $i })")]
    [InlineData("$states.input.(a; $.b)")]
    [InlineData("($x := 1; $x + $count($states))")]
    public void Takes_what_they_can(string expression) => Assert.Equal([], ProblemsOfPass(expression));

    [Fact]
    public void Says_of_each_name_once_that_it_is_not_there() =>
        Assert.Equal(
            [
                "UNSUPPORTED_JSONATA_EXPRESSION: Reference to 'a' at the top level is not supported. at /States/S/Output/v[0]",
                "UNSUPPORTED_JSONATA_EXPRESSION: Reference to 'b' at the top level is not supported. at /States/S/Output/v[0]",
            ],
            ProblemsOfPass("a + b + a"));

    [Fact]
    public void Knows_the_result_and_the_error_where_they_are() =>
        Assert.Equal(
            [
                "UNSUPPORTED_JSONATA_EXPRESSION: Field '$states.result' does not exist. at /States/S/Arguments",
                "UNSUPPORTED_JSONATA_EXPRESSION: Field '$states.result' does not exist. at /States/S/Catch[0]/Assign/e",
            ],
            Definition.Problems(
                """
                {"StartAt":"S","QueryLanguage":"JSONata","States":{"Z":{"Type":"Succeed"},"S":{"Type":"Task","Resource":"f","Next":"Z",
                  "Arguments":"{% $states.result %}",
                  "Output":"{% $states.result.a %}",
                  "Assign":{"r":"{% $states.result %}"},
                  "Catch":[{"ErrorEquals":["States.ALL"],"Next":"Z","Output":"{% $states.errorOutput.Cause %}","Assign":{"e":"{% $states.result %}"}}]}}}
                """));

    [Theory]
    [InlineData("\"Choices\":[{\"Condition\":\"{% x %}\",\"Next\":\"Z\"}],\"Type\":\"Choice\"", "Choices[0]/Condition")]
    [InlineData("\"Choices\":[{\"Condition\":true,\"Next\":\"Z\",\"Output\":\"{% x %}\"}],\"Type\":\"Choice\"", "Choices[0]/Output")]
    [InlineData("\"Type\":\"Wait\",\"Seconds\":\"{% x %}\",\"Next\":\"Z\"", "Seconds")]
    [InlineData("\"Type\":\"Wait\",\"Timestamp\":\"{% x %}\",\"Next\":\"Z\"", "Timestamp")]
    [InlineData("\"Type\":\"Fail\",\"Cause\":\"{% x %}\"", "Cause")]
    [InlineData("\"Type\":\"Task\",\"Resource\":\"f\",\"TimeoutSeconds\":\"{% x %}\",\"Next\":\"Z\"", "TimeoutSeconds")]
    [InlineData("\"Type\":\"Parallel\",\"Branches\":[{\"StartAt\":\"B\",\"States\":{\"B\":{\"Type\":\"Succeed\"}}}],\"Arguments\":{\"a\":\"{% x %}\"},\"Next\":\"Z\"", "Arguments/a")]
    [InlineData("\"Type\":\"Map\",\"Items\":[\"{% x %}\"]," + Inside, "Items[0]")]
    [InlineData("\"Type\":\"Map\",\"ItemSelector\":{\"a\":\"{% x %}\"}," + Inside, "ItemSelector/a")]
    [InlineData("\"Type\":\"Map\",\"MaxConcurrency\":\"{% x %}\"," + Inside, "MaxConcurrency")]
    [InlineData("\"Type\":\"Map\",\"ItemReader\":{\"Resource\":\"arn:aws:states:::s3:getObject\",\"Arguments\":{\"Key\":\"{% x %}\"}}," + Inside, "ItemReader/Arguments/Key")]
    [InlineData("\"Type\":\"Map\",\"ItemReader\":{\"Resource\":\"arn:aws:states:::s3:getObject\",\"ReaderConfig\":{\"InputType\":\"JSON\",\"MaxItems\":\"{% x %}\"}}," + Inside, "ItemReader/ReaderConfig/MaxItems")]
    [InlineData("\"Type\":\"Map\",\"ItemBatcher\":{\"MaxItemsPerBatch\":\"{% x %}\"}," + Inside, "ItemBatcher/MaxItemsPerBatch")]
    [InlineData("\"Type\":\"Map\",\"ItemBatcher\":{\"MaxItemsPerBatch\":1,\"BatchInput\":{\"a\":\"{% x %}\"}}," + Inside, "ItemBatcher/BatchInput/a")]
    public void Looks_into_every_field(string fields, string pointer) =>
        Assert.Contains(
            $"UNSUPPORTED_JSONATA_EXPRESSION: Reference to 'x' at the top level is not supported. at /States/S/{pointer}",
            Definition.Problems("{\"StartAt\":\"S\",\"QueryLanguage\":\"JSONata\",\"States\":{\"Z\":{\"Type\":\"Succeed\"},\"S\":{" + fields + "}}}"));

    [Theory]
    [InlineData("{% a[1,2) %}", "Expected \"]\", got \",\"", 3)]
    [InlineData("{% 1 +", null, 0)]
    [InlineData("{% {\"a\":} %}", "The symbol \"}\" cannot be used as a unary operator", 5)]
    [InlineData("{%   $x + %}", "Unexpected end of expression", 3)]
    public void Says_where_in_an_expression_it_cannot_be_read(string text, string? message, int offset)
    {
        var problem = DefinitionParser.Parse(
            """{"StartAt":"S","QueryLanguage":"JSONata","States":{"S":{"Type":"Pass","Output":""" + StatesLanguage.Values.Json.Of(text) + ",\"End\":true}}}").Problems.Single();

        Assert.Equal("INVALID_JSONATA_EXPRESSION", problem.Code);
        Assert.Equal("/States/S/Output", problem.Pointer);
        if (message is not null)
        {
            Assert.Equal((message, offset), (problem.Message, problem.OffsetInExpression));
        }
    }

    private const string Inside =
        "\"ItemProcessor\":{\"ProcessorConfig\":{\"Mode\":\"DISTRIBUTED\",\"ExecutionType\":\"STANDARD\"},\"StartAt\":\"I\",\"States\":{\"I\":{\"Type\":\"Succeed\"}}},\"Next\":\"Z\"";

    private static string[] ProblemsOfPass(string expression) =>
        Definition.Problems("""{"StartAt":"S","QueryLanguage":"JSONata","States":{"S":{"Type":"Pass","Output":{"v":[""" + StatesLanguage.Values.Json.Of($"{{% {expression} %}}") + "]},\"End\":true}}}");
}
