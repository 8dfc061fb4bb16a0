namespace TaskOrchestration.StatesLanguage.Tests.Parsing;

public class FieldProblemTests
{
    private const string Schema = "SCHEMA_VALIDATION_FAILED: ";

    [Theory]
    [InlineData("{}", "These fields are required: [States, StartAt] at /")]
    [InlineData("""{"StartAt":"A"}""", "These fields are required: [States] at /")]
    [InlineData("""{"StartAt":"A","States":{}}""", "Value cannot be empty at /States")]
    [InlineData("[]", "Expected value of type [OBJECT], found [] at /")]
    public void Says_what_a_machine_lacks(string text, string problem) =>
        Assert.Equal([Schema + problem], Definition.Problems(text));

    [Theory]
    [InlineData("""{"StartAt":"S","Foo":1,"States":{"S":{"Type":"Succeed"}}}""", "Field 'Foo' is not supported at /")]
    [InlineData("""{"StartAt":"S","Version":"2.0","States":{"S":{"Type":"Succeed"}}}""", "Value should be one of the following: [1.0], found \"2.0\" at /Version")]
    [InlineData("""{"StartAt":"S","TimeoutSeconds":0,"States":{"S":{"Type":"Succeed"}}}""", "Expected a number from 1 to 99999999, found 0 at /TimeoutSeconds")]
    [InlineData("""{"StartAt":"S","QueryLanguage":"JQ","States":{"S":{"Type":"Succeed"}}}""", "Value should be one of the following: [JSONPath, JSONata], found \"JQ\" at /QueryLanguage")]
    [InlineData("""{"StartAt":"S","States":{"S":{"Type":"Succeed"},"T":1}}""", "Expected value of type [OBJECT], found 1 at /States/T")]
    public void Says_what_is_wrong_at_the_top(string text, string problem) =>
        Assert.Equal([Schema + problem], Definition.Problems(text));

    [Theory]
    [InlineData("""{"End":true}""", "These fields are required: [Type] at /States/S")]
    [InlineData("""{"Type":"Job","End":true}""", "Value should be one of the following: [Task, Pass, Choice, Wait, Succeed, Fail, Parallel, Map], found \"Job\" at /States/S/Type")]
    [InlineData("""{"Type":"Pass"}""", "These fields are required: [Next or End] at /States/S")]
    [InlineData("""{"Type":"Pass","Next":"Z","End":true}""", "Expected only one of the fields [Next, End], found both at /States/S")]
    [InlineData("""{"Type":"Pass","End":"yes"}""", "Expected value of type [BOOLEAN], found \"yes\" at /States/S/End")]
    [InlineData("""{"Type":"Succeed","End":true}""", "Field 'End' is not supported at /States/S")]
    [InlineData("""{"Type":"Pass","TimeoutSeconds":1,"End":true}""", "Field 'TimeoutSeconds' is not supported at /States/S")]
    [InlineData("""{"Type":"Pass","Output":1,"End":true}""", "The QueryLanguage is set to 'JSONPath', but field 'Output' is only supported for the 'JSONata' QueryLanguage at /States/S")]
    [InlineData("""{"Type":"Pass","Comment":1,"End":true}""", "Expected value of type [STRING], found 1 at /States/S/Comment")]
    [InlineData("""{"Type":"Task","End":true}""", "These fields are required: [Resource] at /States/S")]
    [InlineData("""{"Type":"Parallel","End":true}""", "These fields are required: [Branches] at /States/S")]
    [InlineData("""{"Type":"Parallel","Branches":[],"End":true}""", "Value cannot be empty at /States/S/Branches")]
    [InlineData("""{"Type":"Map","End":true}""", "These fields are required: [ItemProcessor] at /States/S")]
    [InlineData("""{"Type":"Choice","Default":"Z"}""", "These fields are required: [Choices] at /States/S")]
    public void Says_what_a_state_may_not_have_and_must_have(string state, string problem) =>
        Assert.Contains(Schema + problem, Definition.Problems(Definition.Of(state)));

    [Theory]
    [InlineData("""{"Type":"Wait","End":true}""", "Expected exactly one of the fields [Seconds, SecondsPath, Timestamp, TimestampPath], found none at /States/S")]
    [InlineData("""{"Type":"Wait","Seconds":1,"TimestampPath":"$.t","End":true}""", "Expected exactly one of the fields [Seconds, SecondsPath, Timestamp, TimestampPath], found [Seconds, TimestampPath] at /States/S")]
    [InlineData("""{"Type":"Wait","Seconds":-1,"End":true}""", "Expected a number from 0 to 99999999, found -1 at /States/S/Seconds")]
    [InlineData("""{"Type":"Wait","Seconds":1.5,"End":true}""", "Expected value of type [INTEGER], found 1.5 at /States/S/Seconds")]
    [InlineData("""{"Type":"Wait","Timestamp":"2030-01-01","End":true}""", "String does not match RFC3339 timestamp at /States/S/Timestamp")]
    [InlineData("""{"Type":"Wait","Timestamp":"2030-02-30T00:00:00Z","End":true}""", "String does not match RFC3339 timestamp at /States/S/Timestamp")]
    [InlineData("""{"Type":"Wait","Timestamp":"2030-01-01T00:00:00","End":true}""", "String does not match RFC3339 timestamp at /States/S/Timestamp")]
    [InlineData("""{"Type":"Wait","Timestamp":"2030-01-01T00:00:00.Z","End":true}""", "String does not match RFC3339 timestamp at /States/S/Timestamp")]
    [InlineData("""{"Type":"Wait","Timestamp":"2030-01-01T00:00:00+24:00","End":true}""", "String does not match RFC3339 timestamp at /States/S/Timestamp")]
    [InlineData("""{"Type":"Fail","Error":5}""", "Expected value of type [STRING], found 5 at /States/S/Error")]
    [InlineData("""{"Type":"Fail","Cause":"c","CausePath":"$.c"}""", "Expected only one of the fields [Cause, CausePath], found [Cause, CausePath] at /States/S")]
    [InlineData("""{"Type":"Fail","ErrorPath":"States.MathAdd(1, 2)"}""", "Expected an intrinsic function that answers a text, found MathAdd at /States/S/ErrorPath")]
    public void Says_what_is_wrong_with_a_Wait_or_a_Fail(string state, string problem) =>
        Assert.Equal([Schema + problem], Definition.Problems(Definition.Of(state)));

    [Theory]
    [InlineData("\"InputPath\":\"States.UUID()\"", "Value is not a valid JSONPath: expected a path that begins with '$', found 'States.UUID()' at /States/S/InputPath")]
    [InlineData("\"ResultPath\":\"$.a[*]\"", "Value is not a Reference Path: expected $ followed by names and indexes, found '$.a[*]' at /States/S/ResultPath")]
    [InlineData("\"ResultPath\":\"$$.a\"", "Value is not a Reference Path: expected $ followed by names and indexes, found '$$.a' at /States/S/ResultPath")]
    [InlineData("\"Parameters\":{\"a\":{\"b.$\":\"x\"}}", "The value for the field 'b.$' must be a valid JSONPath or a valid intrinsic function call at /States/S/Parameters/a")]
    [InlineData("\"Parameters\":{\"b.$\":\"States.Format('{}', $.a\"}", "The value for the field 'b.$' must be a valid JSONPath or a valid intrinsic function call at /States/S/Parameters")]
    [InlineData("\"Parameters\":[{\"b.$\":1}]", "The value for the field 'b.$' must be a valid JSONPath or a valid intrinsic function call at /States/S/Parameters[0]")]
    [InlineData("\"Parameters\":{\"b.$\":\"$.a\",\"b\":1}", "Expected only one of the fields [b, b.$], found both at /States/S/Parameters")]
    [InlineData("\"Assign\":{\"states\":1}", "Expected a variable name other than 'states', which is reserved at /States/S/Assign")]
    [InlineData("\"Assign\":{\"1a\":1}", "Expected a variable name of 1 to 80 letters, digits and underscores that does not begin with a digit, found '1a' at /States/S/Assign")]
    [InlineData("\"Assign\":[]", "Expected value of type [OBJECT], found [] at /States/S/Assign")]
    [InlineData("\"TimeoutSeconds\":0", "Expected a number from 1 to 99999999, found 0 at /States/S/TimeoutSeconds")]
    [InlineData("\"TimeoutSeconds\":5,\"TimeoutSecondsPath\":\"$.t\"", "Expected only one of the fields [TimeoutSeconds, TimeoutSecondsPath], found [TimeoutSeconds, TimeoutSecondsPath] at /States/S")]
    [InlineData("\"TimeoutSeconds\":5,\"HeartbeatSeconds\":5", "Expected less than TimeoutSeconds, which is 5, found 5 at /States/S/HeartbeatSeconds")]
    [InlineData("\"Credentials\":{}", "The field 'RoleArn' is required but was missing at /States/S/Credentials")]
    [InlineData("\"Retry\":{}", "Expected value of type [ARRAY], found {} at /States/S/Retry")]
    [InlineData("\"Retry\":[1]", "Expected value of type [OBJECT], found 1 at /States/S/Retry[0]")]
    [InlineData("\"Retry\":[{}]", "These fields are required: [ErrorEquals] at /States/S/Retry[0]")]
    [InlineData("\"Retry\":[{\"ErrorEquals\":[]}]", "Value cannot be empty at /States/S/Retry[0]/ErrorEquals")]
    [InlineData("\"Retry\":[{\"ErrorEquals\":[1]}]", "Expected value of type [STRING], found 1 at /States/S/Retry[0]/ErrorEquals[0]")]
    [InlineData("\"Retry\":[{\"ErrorEquals\":[\"States.ALL\",\"A\"]}]", "Expected States.ALL to stand alone, found it with other error names at /States/S/Retry[0]/ErrorEquals")]
    [InlineData("\"Retry\":[{\"ErrorEquals\":[\"States.ALL\"]},{\"ErrorEquals\":[\"A\"]}]", "Expected States.ALL only in the last element, found it before others at /States/S/Retry[0]/ErrorEquals")]
    [InlineData("\"Retry\":[{\"ErrorEquals\":[\"A\"],\"IntervalSeconds\":0}]", "Expected a number from 1 to 99999999, found 0 at /States/S/Retry[0]/IntervalSeconds")]
    [InlineData("\"Retry\":[{\"ErrorEquals\":[\"A\"],\"MaxAttempts\":-1}]", "Expected a number from 0 to 99999999, found -1 at /States/S/Retry[0]/MaxAttempts")]
    [InlineData("\"Retry\":[{\"ErrorEquals\":[\"A\"],\"IntervalSeconds\":5,\"MaxDelaySeconds\":5}]", "Expected more than IntervalSeconds, which is 5, found 5 at /States/S/Retry[0]/MaxDelaySeconds")]
    [InlineData("\"Retry\":[{\"ErrorEquals\":[\"A\"],\"JitterStrategy\":\"HALF\"}]", "Value should be one of the following: [FULL, NONE], found \"HALF\" at /States/S/Retry[0]/JitterStrategy")]
    [InlineData("\"Catch\":[{\"ErrorEquals\":[\"A\"]}]", "These fields are required: [Next] at /States/S/Catch[0]")]
    [InlineData("\"Result\":1", "Field 'Result' is not supported at /States/S")]
    public void Says_what_is_wrong_with_a_Task(string field, string problem) =>
        Assert.Equal([Schema + problem], Definition.Problems(Definition.Of($$"""{"Type":"Task","Resource":"f","End":true,{{field}}}""")));

    [Theory]
    [InlineData("[]", "Value cannot be empty at /States/S/Choices")]
    [InlineData("""[{"Variable":"$.a","IsNull":true}]""", "These fields are required: [Next] at /States/S/Choices[0]")]
    [InlineData("""[{"IsNull":true,"Next":"Z"}]""", "These fields are required: [Variable] at /States/S/Choices[0]")]
    [InlineData("""[{"Variable":"a","IsNull":true,"Next":"Z"}]""", "Value is not a valid JSONPath: expected a path that begins with '$', found 'a' at /States/S/Choices[0]/Variable")]
    [InlineData("""[{"Variable":"$.a","Next":"Z"}]""", "Expected exactly one comparison operator or one of [And, Or, Not], found none at /States/S/Choices[0]")]
    [InlineData("""[{"Variable":"$.a","IsNull":true,"IsString":true,"Next":"Z"}]""", "Expected exactly one comparison operator or one of [And, Or, Not], found [IsNull, IsString] at /States/S/Choices[0]")]
    [InlineData("""[{"Variable":"$.a","NumericEquals":"1","Next":"Z"}]""", "Expected value of type [NUMBER], found \"1\" at /States/S/Choices[0]/NumericEquals")]
    [InlineData("""[{"Variable":"$.a","StringMatches":1,"Next":"Z"}]""", "Expected value of type [STRING], found 1 at /States/S/Choices[0]/StringMatches")]
    [InlineData("""[{"Variable":"$.a","BooleanEquals":"true","Next":"Z"}]""", "Expected value of type [BOOLEAN], found \"true\" at /States/S/Choices[0]/BooleanEquals")]
    [InlineData("""[{"Variable":"$.a","IsPresent":null,"Next":"Z"}]""", "Expected value of type [BOOLEAN], found null at /States/S/Choices[0]/IsPresent")]
    [InlineData("""[{"Variable":"$.a","TimestampEquals":"noon","Next":"Z"}]""", "String does not match RFC3339 timestamp at /States/S/Choices[0]/TimestampEquals")]
    [InlineData("""[{"Variable":"$.a","StringEqualsPath":"x","Next":"Z"}]""", "Value is not a valid JSONPath: expected a path that begins with '$', found 'x' at /States/S/Choices[0]/StringEqualsPath")]
    [InlineData("""[{"And":[],"Next":"Z"}]""", "Value cannot be empty at /States/S/Choices[0]/And")]
    [InlineData("""[{"Not":[{"Variable":"$.a","IsNull":true}],"Next":"Z"}]""", "Expected value of type [OBJECT], found [{\"Variable\":\"$.a\",\"IsNull\":true}] at /States/S/Choices[0]/Not")]
    [InlineData("""[{"Not":{"Variable":"$.a","IsNull":true,"Next":"Z"},"Next":"Z"}]""", "Field 'Next' is not supported at /States/S/Choices[0]/Not")]
    [InlineData("""[{"Variable":"$.a","IsNull":true,"Next":"Z","End":true}]""", "Field 'End' is not supported at /States/S/Choices[0]")]
    public void Says_what_is_wrong_with_a_choice_rule(string choices, string problem) =>
        Assert.Equal([Schema + problem], Definition.Problems(Definition.Of($$"""{"Type":"Choice","Choices":{{choices}},"Default":"Z"}""")));

    [Theory]
    [InlineData("\"ToleratedFailurePercentage\":101", "Expected a number from 0 to 100, found 101 at /States/S/ToleratedFailurePercentage")]
    [InlineData("\"ToleratedFailureCount\":-1", "Expected a number from 0 to 9223372036854775807, found -1 at /States/S/ToleratedFailureCount")]
    [InlineData("\"ItemReader\":{\"Resource\":\"r\"}", "Expected field 'ItemReader' only with an ItemProcessor of the Mode DISTRIBUTED, found it without at /States/S")]
    [InlineData("\"Parameters\":{},\"ItemSelector\":{}", "Expected only one of the fields [ItemSelector, Parameters], found [ItemSelector, Parameters] at /States/S")]
    [InlineData("\"Iterator\":{\"StartAt\":\"J\",\"States\":{\"J\":{\"Type\":\"Succeed\"}}}", "Expected only one of the fields [ItemProcessor, Iterator], found [ItemProcessor, Iterator] at /States/S")]
    public void Says_what_is_wrong_with_a_Map(string field, string problem) =>
        Assert.Equal(
            [Schema + problem],
            Definition.Problems(Definition.Of(
                """{"Type":"Map","ItemProcessor":{"StartAt":"I","States":{"I":{"Type":"Succeed"}}},"End":true,""" + field + "}")));

    [Fact]
    public void Refuses_a_language_on_an_ItemProcessor() =>
        Assert.Equal(
            [Schema + "Field 'QueryLanguage' is not supported at /States/S/ItemProcessor"],
            Definition.Problems(Definition.Of(
                """{"Type":"Map","ItemProcessor":{"QueryLanguage":"JSONPath","StartAt":"I","States":{"I":{"Type":"Succeed"}}},"End":true}""")));

    [Theory]
    [InlineData("""{"Type":"Pass","Parameters":{"a":"$.b"},"End":true}""", "? NO_DOLLAR: The value of the field 'a' looks like a JSONPath or an intrinsic function. To have it evaluated, name the field 'a.$' at /States/S/Parameters/a")]
    [InlineData("""{"Type":"Pass","Result":"$.b","End":true}""", "? PASS_RESULT_IS_STATIC: The Result of a Pass is taken as it stands. To have a path evaluated, use Parameters at /States/S/Result")]
    [InlineData("""{"Type":"Choice","Choices":[{"Variable":"$.a","StringEquals":"$.b","Next":"Z"}],"Default":"Z"}""", "? NO_PATH: The value of the field 'StringEquals' looks like a path. To compare to what it finds, use a field whose name ends in 'Path' at /States/S/Choices[0]/StringEquals")]
    public void Warns_of_paths_that_nothing_evaluates(string state, string warning) =>
        Assert.Equal([warning], Definition.Problems(Definition.Of(state)));

    [Fact]
    public void Says_everything_at_once_in_the_order_of_the_text() =>
        Assert.Equal(
            [
                Schema + "Field 'Foo' is not supported at /",
                "MISSING_TRANSITION_TARGET: Missing 'Next' target: Q at /StartAt",
                Schema + "Field 'Bar' is not supported at /States/A",
                "MISSING_TRANSITION_TARGET: State \"A\" is not reachable. at /States/A",
                "MISSING_TRANSITION_TARGET: Missing 'Next' target: C at /States/A/Next",
                Schema + "These fields are required: [Resource] at /States/B",
                "MISSING_TRANSITION_TARGET: State \"B\" is not reachable. at /States/B",
            ],
            Definition.Problems(
                """{"StartAt":"Q","Foo":1,"States":{"A":{"Type":"Pass","Next":"C","Bar":1},"B":{"Type":"Task","End":true}}}"""));
}
