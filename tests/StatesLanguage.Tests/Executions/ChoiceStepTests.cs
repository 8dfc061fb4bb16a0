using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.Support;

namespace TaskOrchestration.StatesLanguage.Tests.Executions;

public sealed class ChoiceStepTests
{
    [Theory]
    [InlineData(""" "StringEquals":"b" """, "\"b\"", true)]
    [InlineData(""" "StringEquals":"b" """, "1", false)]
    [InlineData(""" "StringLessThan":"b" """, "\"a\"", true)]
    [InlineData(""" "StringLessThan":"b" """, "\"B\"", true)]
    [InlineData(""" "StringGreaterThan":"b" """, "\"c\"", true)]
    [InlineData(""" "StringLessThanEquals":"b" """, "\"b\"", true)]
    [InlineData(""" "StringGreaterThanEquals":"b" """, "\"a\"", false)]
    [InlineData(""" "StringMatches":"a*c" """, "\"abc\"", true)]
    [InlineData(""" "NumericEquals":42 """, "42.0", true)]
    [InlineData(""" "NumericEquals":42 """, "\"42\"", false)]
    [InlineData(""" "NumericLessThan":42 """, "41.9", true)]
    [InlineData(""" "NumericGreaterThan":42 """, "43", true)]
    [InlineData(""" "NumericLessThanEquals":42 """, "43", false)]
    [InlineData(""" "NumericGreaterThanEquals":42 """, "42", true)]
    [InlineData(""" "BooleanEquals":true """, "true", true)]
    [InlineData(""" "BooleanEquals":true """, "\"true\"", false)]
    [InlineData(""" "TimestampEquals":"2026-01-31T08:30:00Z" """, "\"2026-01-31T10:30:00+02:00\"", true)]
    [InlineData(""" "TimestampLessThan":"2026-01-31T08:30:00Z" """, "\"2026-01-31T08:29:59Z\"", true)]
    [InlineData(""" "TimestampGreaterThan":"2026-01-31T08:30:00Z" """, "\"2026-01-31T08:29:59Z\"", false)]
    [InlineData(""" "TimestampLessThanEquals":"2026-01-31T08:30:00Z" """, "\"2026-01-31T08:30:00Z\"", true)]
    [InlineData(""" "TimestampGreaterThanEquals":"2026-01-31T08:30:00Z" """, "\"yesterday\"", false)]
    [InlineData(""" "IsNull":true """, "null", true)]
    [InlineData(""" "IsNull":false """, "1", true)]
    [InlineData(""" "IsPresent":true """, "null", true)]
    [InlineData(""" "IsNumeric":true """, "1e3", true)]
    [InlineData(""" "IsNumeric":true """, "\"1\"", false)]
    [InlineData(""" "IsString":true """, "\"\"", true)]
    [InlineData(""" "IsBoolean":true """, "false", true)]
    [InlineData(""" "IsTimestamp":true """, "\"2026-01-31T08:30:00Z\"", true)]
    [InlineData(""" "IsTimestamp":true """, "\"31.1.2026\"", false)]
    [InlineData(""" "StringLessThan":"\ud83d\ude00" """, "\"\uffee\"", false)]
    [InlineData(""" "StringGreaterThan":"\ud83d\ude00" """, "\"\uffee\"", true)]
    [InlineData(""" "StringEquals":"\u00e9" """, "\"e\u0301\"", false)]
    [InlineData(""" "TimestampEquals":"2026-01-31T08:30:00.5Z" """, "\"2026-01-31T08:30:00.500000+00:00\"", true)]
    [InlineData(""" "TimestampLessThan":"2026-01-31T08:30:00.501-05:30" """, "\"2026-01-31T14:00:00.5Z\"", true)]
    [InlineData(""" "TimestampEquals":"2026-01-31T08:30:00Z" """, "\"2026-01-31T08:30:00\"", false)]
    [InlineData(""" "IsTimestamp":false """, "\"2026-02-30T08:30:00Z\"", true)]
    [InlineData(""" "IsTimestamp":false """, "\"2026-01-31t08:30:00z\"", true)]
    [InlineData(""" "NumericEquals":0 """, "-0.0", true)]
    [InlineData(""" "NumericEquals":0 """, "null", false)]
    [InlineData(""" "NumericLessThanEquals":1e400 """, "1", true)]
    [InlineData(""" "IsNumeric":false """, "null", true)]
    [InlineData(""" "IsBoolean":false """, "0", true)]
    [InlineData(""" "IsString":false """, "{}", true)]
    [InlineData(""" "IsNull":false """, "[]", true)]
    [InlineData(""" "IsPresent":false """, "null", false)]
    public void Compares_a_value_only_with_its_own_type(string comparison, string value, bool holds) =>
        Assert.Equal(holds ? "yes" : "no", Decision($"{{\"Variable\":\"$.v\",{comparison},\"Next\":\"yes\"}}", $"{{\"v\":{value}}}"));

    [Theory]
    [InlineData("StringEqualsPath", "\"b\"", "\"b\"", true)]
    [InlineData("StringLessThanPath", "\"a\"", "\"b\"", true)]
    [InlineData("NumericGreaterThanPath", "3", "2.5", true)]
    [InlineData("NumericGreaterThanPath", "3", "\"2\"", false)]
    [InlineData("BooleanEqualsPath", "true", "false", false)]
    [InlineData("TimestampLessThanEqualsPath", "\"2026-01-31T08:30:00Z\"", "\"2026-01-31T08:30:00.000Z\"", true)]
    public void Compares_two_values_of_the_data(string comparison, string value, string other, bool holds) =>
        Assert.Equal(holds ? "yes" : "no", Decision($"{{\"Variable\":\"$.v\",\"{comparison}\":\"$.w\",\"Next\":\"yes\"}}", $"{{\"v\":{value},\"w\":{other}}}"));

    [Theory]
    [InlineData("""{"And":[{"Variable":"$.v","IsPresent":true},{"Variable":"$.v","NumericEquals":1}],"Next":"yes"}""", "{}", "no")]
    [InlineData("""{"And":[{"Variable":"$.v","IsPresent":true},{"Variable":"$.v","NumericEquals":1}],"Next":"yes"}""", """{"v":1}""", "yes")]
    [InlineData("""{"Or":[{"Variable":"$.v","NumericEquals":1},{"Variable":"$.v","NumericEquals":2}],"Next":"yes"}""", """{"v":2}""", "yes")]
    [InlineData("""{"Not":{"Variable":"$.v","IsPresent":true},"Next":"yes"}""", "{}", "yes")]
    [InlineData("""{"Not":{"And":[{"Variable":"$.v","IsPresent":true},{"Or":[{"Variable":"$.v","NumericEquals":1},{"Not":{"Variable":"$.v","NumericLessThan":9}}]}]},"Next":"yes"}""", """{"v":9}""", "no")]
    [InlineData("""{"Not":{"And":[{"Variable":"$.v","IsPresent":true},{"Or":[{"Variable":"$.v","NumericEquals":1},{"Not":{"Variable":"$.v","NumericLessThan":9}}]}]},"Next":"yes"}""", """{"v":5}""", "yes")]
    [InlineData("""{"Or":[{"Variable":"$.v","IsPresent":true},{"Variable":"$.w","NumericEquals":1}],"Next":"yes"}""", """{"v":5}""", "yes")]
    [InlineData("""{"Or":[{"Variable":"$.w","NumericEquals":1},{"Variable":"$.v","IsPresent":true}],"Next":"yes"}""", """{"v":5}""", "States.Runtime")]
    [InlineData("""{"Not":{"Variable":"$.w","NumericEquals":1},"Next":"yes"}""", """{"v":5}""", "States.Runtime")]
    [InlineData("""{"Variable":"$.v","NumericEqualsPath":"$.w","Next":"yes"}""", """{"v":5}""", "States.Runtime")]
    [InlineData("""{"Variable":"$.w","IsNull":false,"Next":"yes"}""", """{"v":5}""", "States.Runtime")]
    [InlineData("""{"Variable":"$.v.deep.er","IsPresent":false,"Next":"yes"}""", """{"v":5}""", "yes")]
    [InlineData("""{"Variable":"$.l[3]","IsPresent":true,"Next":"yes"}""", """{"l":[1]}""", "no")]
    [InlineData("""{"Variable":"$$.Execution.Name","StringMatches":"run-*","Next":"yes"}""", "{}", "yes")]
    [InlineData("""{"Variable":"$$.Map","IsPresent":true,"Next":"yes"}""", "{}", "no")]
    [InlineData("""{"Variable":"$nowhere","IsPresent":true,"Next":"yes"}""", "{}", "no")]
    [InlineData("""{"Variable":"$.v","NumericEqualsPath":"$$.Execution.Input.v","Next":"yes"}""", """{"v":5}""", "yes")]
    public void Combines_conditions_from_left_to_right(string rule, string input, string decision) =>
        Assert.Equal(decision, Decision(rule, input));

    [Fact]
    public void Takes_the_first_rule_that_holds()
    {
        var rules = """{"Variable":"$.v","NumericGreaterThan":1,"Next":"yes"},{"Variable":"$.v","NumericGreaterThan":0,"Next":"no"}""";

        Assert.Equal(["yes", "no"], new[] { "2", "1" }.Select(value => Decision(rules, $"{{\"v\":{value}}}")));
    }

    [Fact]
    public void Fails_when_no_rule_holds_and_there_is_no_default()
    {
        var run = Simulation.Run("""
            {"StartAt":"S","States":{
              "S":{"Type":"Choice","Choices":[{"Variable":"$.v","NumericEquals":1,"Next":"T"}]},
              "T":{"Type":"Succeed"}}}
            """, """{"v":2}""");

        Assert.Equal("States.NoChoiceMatched", run.Execution.Failure?.Error);
    }

    [Fact]
    public void Ends_the_execution_when_a_variable_is_missing()
    {
        var run = Simulation.Run("""
            {"StartAt":"S","States":{
              "S":{"Type":"Choice","Choices":[{"Variable":"$.v","NumericEquals":1,"Next":"T"}],"Default":"T"},
              "T":{"Type":"Succeed"}}}
            """);

        Assert.Equal("States.Runtime", run.Execution.Failure?.Error);
    }

    private static string? Decision(string rules, string input) => Simulation.Run($$$$"""
        {"StartAt":"S","States":{
          "S":{"Type":"Choice","Choices":[{{{{rules}}}}],"Default":"no"},
          "yes":{"Type":"Fail","Error":"yes"},
          "no":{"Type":"Fail","Error":"no"}}}
        """, input).Execution.Failure?.Error;
}
