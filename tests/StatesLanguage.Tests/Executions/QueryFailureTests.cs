using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.Support;

namespace TaskOrchestration.StatesLanguage.Tests.Executions;

/// <summary>What a state written in JSONata does with expressions that have no value, or the wrong one.</summary>
public sealed class QueryFailureTests
{
    private const string Item = """ "ItemProcessor":{"StartAt":"I","States":{"I":{"Type":"Pass","End":true}}} """;
    private const string Expected = "returned an unexpected result type. Expected";

    [Theory]
    [InlineData(""" "Type":"Pass","Output":"{%$states.input.no%}","End":true """, "Output")]
    [InlineData(""" "Type":"Pass","Output":{"a":[1,{"b":"{% $states.input.no %}"}]},"End":true """, "Output/a[1]/b")]
    [InlineData(""" "Type":"Pass","Assign":{"v":"{% $states.input.no %}"},"End":true """, "Assign/v")]
    [InlineData(""" "Type":"Pass","Assign":{"v":{"w":["{% $states.input.no %}"]}},"End":true """, "Assign/v/w[0]")]
    [InlineData(""" "Type":"Succeed","Output":["{% $states.input.no %}"] """, "Output[0]")]
    [InlineData(""" "Type":"Fail","Error":"E","Cause":"{% $states.input.no %}" """, "Cause")]
    [InlineData(""" "Type":"Wait","Seconds":"{% $states.input.no %}","End":true """, "Seconds")]
    [InlineData(""" "Type":"Wait","Timestamp":"{% $states.input.no %}","End":true """, "Timestamp")]
    [InlineData(""" "Type":"Choice","Choices":[{"Condition":false,"Next":"Z"},{"Condition":"{% $states.input.no %}","Next":"Z"}],"Default":"Z" """, "Choices[1]/Condition")]
    [InlineData(""" "Type":"Choice","Choices":[{"Condition":true,"Next":"Z","Output":{"v":"{% $states.input.no %}"}}],"Default":"Z" """, "Choices[0]/Output/v")]
    [InlineData(""" "Type":"Choice","Choices":[{"Condition":true,"Next":"Z","Assign":{"v":"{% $states.input.no %}"}}],"Default":"Z" """, "Choices[0]/Assign/v")]
    [InlineData(""" "Type":"Choice","Choices":[{"Condition":false,"Next":"Z"}],"Default":"Z","Output":"{% $states.input.no %}" """, "Output")]
    [InlineData(""" "Type":"Task","Resource":"f","Arguments":{"FunctionName":"{% $states.input.no %}"},"End":true """, "Arguments/FunctionName")]
    [InlineData(""" "Type":"Task","Resource":"f","TimeoutSeconds":"{% $states.input.no %}","End":true """, "TimeoutSeconds")]
    [InlineData(""" "Type":"Task","Resource":"f","Credentials":{"RoleArn":"{% $states.input.no %}"},"End":true """, "Credentials/RoleArn")]
    [InlineData(""" "Type":"Parallel","Arguments":"{% $states.input.no %}","Branches":[{"StartAt":"B","States":{"B":{"Type":"Pass","End":true}}}],"End":true """, "Arguments")]
    [InlineData(""" "Type":"Map","Items":[1,"{% $states.input.no %}"],""" + Item + """,  "End":true """, "Items[1]")]
    [InlineData(""" "Type":"Map","Items":[1],"MaxConcurrency":"{% $states.input.no %}",""" + Item + """,  "End":true """, "MaxConcurrency")]
    [InlineData(""" "Type":"Map","Items":[1],"ToleratedFailureCount":"{% $states.input.no %}",""" + Item + """,  "End":true """, "ToleratedFailureCount")]
    [InlineData(""" "Type":"Map","Items":[1],"ItemSelector":{"v":"{% $states.input.no %}"},""" + Item + """,  "End":true """, "ItemSelector/v")]
    public void An_expression_without_a_value_fails_the_state_and_names_the_field(string fields, string location)
    {
        var run = Simulation.Run(Machine(fields));

        var cause = $"An error occurred while executing the state 'S' (entered at the event id #2). The JSONata expression '$states.input.no' specified for the field '{location}' returned nothing (undefined).";
        Assert.Equal(new Failure("States.QueryEvaluationError", cause), run.Execution.Failure);
        Assert.Equal(
            [new HistoryDetails.EvaluationFailed("S", location, "States.QueryEvaluationError", cause)],
            run.History.Select(happened => happened.Details).OfType<HistoryDetails.EvaluationFailed>());
    }

    [Theory]
    [InlineData(""" "Type":"Wait","Seconds":"{% 'x' %}","End":true """, $"The JSONata expression ''x'' specified for the field 'Seconds' {Expected} 'number', but was 'string' for value: \"x\"")]
    [InlineData(""" "Type":"Wait","Seconds":"{% 1.5 %}","End":true """, $"The JSONata expression '1.5' specified for the field 'Seconds' {Expected} 'integer', but was 'number' for value: 1.5")]
    [InlineData(""" "Type":"Wait","Timestamp":"{% 1 %}","End":true """, $"The JSONata expression '1' specified for the field 'Timestamp' {Expected} 'string', but was 'number' for value: 1")]
    [InlineData(""" "Type":"Wait","Timestamp":"{% 'then' %}","End":true """, "The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: then")]
    [InlineData(""" "Type":"Fail","Error":"{% {'a':1} %}" """, $"The JSONata expression '{{'a':1}}' specified for the field 'Error' {Expected} 'string', but was 'object' for value: {{\"a\":1}}")]
    [InlineData(""" "Type":"Choice","Choices":[{"Condition":"{% 1 %}","Next":"Z"}],"Default":"Z" """, $"The JSONata expression '1' specified for the field 'Choices[0]/Condition' {Expected} 'boolean', but was 'number' for value: 1")]
    [InlineData(""" "Type":"Task","Resource":"f","HeartbeatSeconds":"{% null %}","End":true """, $"The JSONata expression 'null' specified for the field 'HeartbeatSeconds' {Expected} 'number', but was 'null' for value: null")]
    [InlineData(""" "Type":"Map","Items":"{% true %}",""" + Item + """,  "End":true """, $"The JSONata expression 'true' specified for the field 'Items' {Expected} 'array', but was 'boolean' for value: true")]
    [InlineData(""" "Type":"Map",""" + Item + """,  "End":true """, "Map state input must be an array but was: {}")]
    [InlineData(""" "Type":"Map","Items":[1],"ToleratedFailurePercentage":"{% [1,2] %}",""" + Item + """,  "End":true """, $"The JSONata expression '[1,2]' specified for the field 'ToleratedFailurePercentage' {Expected} 'number', but was 'array' for value: [1,2]")]
    [InlineData(""" "Type":"Pass","Output":"{% function($x){$x} %}","End":true """, $"The JSONata expression 'function($x){{$x}}' specified for the field 'Output' {Expected} a JSON value, but was 'function'")]
    [InlineData(""" "Type":"Pass","Output":"{% $randomSeeded(1) %}","End":true """, "The JSONata expression '$randomSeeded(1)' specified for the field 'Output' threw an error during evaluation. T1006: Attempted to invoke a non-function")]
    [InlineData(""" "Type":"Pass","Output":"{% 1 + 'a' %}","End":true """, "The JSONata expression '1 + 'a'' specified for the field 'Output' threw an error during evaluation. T2002: The right side of the \"+\" operator must evaluate to a number")]
    public void A_value_the_field_cannot_take_fails_the_state(string fields, string complaint) =>
        Assert.Equal(
            new Failure("States.QueryEvaluationError", $"An error occurred while executing the state 'S' (entered at the event id #2). {complaint}"),
            Simulation.Run(Machine(fields)).Execution.Failure);

    [Theory]
    [InlineData(""" "Type":"Wait","Seconds":"{% -1 %}","End":true """)]
    [InlineData(""" "Type":"Task","Resource":"f","TimeoutSeconds":"{% 0 %}","End":true """)]
    [InlineData(""" "Type":"Map","Items":[1],"MaxConcurrency":"{% -1 %}",""" + Item + """,  "End":true """)]
    [InlineData(""" "Type":"Map","Items":[1],"ToleratedFailurePercentage":"{% 100.5 %}",""" + Item + """,  "End":true """)]
    public void A_number_out_of_range_fails_the_state(string fields) =>
        Assert.Equal("States.QueryEvaluationError", Simulation.Run(Machine(fields)).Execution.Failure?.Error);

    [Fact]
    public void What_took_too_much_has_no_code() =>
        Assert.EndsWith(
            "specified for the field 'Output' threw an error during evaluation: Expression evaluation memory limit exceeded: Check for excessive memory usage",
            Simulation.Run(Machine(""" "Type":"Pass","Output":"{% $count([1..873783]) %}","End":true """)).Execution.Failure?.Cause);

    [Fact]
    public void The_event_follows_from_what_was_before_the_state_while_that_is_being_entered() =>
        Assert.Equal(
            [(1, 0, "ExecutionStarted"), (2, 0, "PassStateEntered"), (3, 2, "PassStateExited"), (4, 3, "MapStateEntered"), (5, 3, "EvaluationFailed"), (6, 5, "MapStateFailed"), (7, 6, "ExecutionFailed")],
            Events(
                """
                {"QueryLanguage":"JSONata","StartAt":"A","States":{
                  "A":{"Type":"Pass","Next":"B"},
                  "B":{"Type":"Map","ItemProcessor":{"StartAt":"I","States":{"I":{"Type":"Pass","End":true}}},"End":true}}}
                """));

    [Fact]
    public void It_follows_from_the_entry_where_a_timestamp_is_none() =>
        Assert.Equal(
            [(1, 0, "ExecutionStarted"), (2, 0, "WaitStateEntered"), (3, 2, "EvaluationFailed"), (4, 3, "ExecutionFailed")],
            Events(Machine(""" "Type":"Wait","Timestamp":"{% 'then' %}","End":true """)));

    [Fact]
    public void It_follows_from_the_last_event_once_the_state_has_done_something() =>
        Assert.Equal(
            [
                (1, 0, "ExecutionStarted"), (2, 0, "TaskStateEntered"), (3, 2, "LambdaFunctionScheduled"), (4, 3, "LambdaFunctionStarted"), (5, 4, "LambdaFunctionSucceeded"),
                (6, 5, "EvaluationFailed"), (7, 6, "ExecutionFailed"),
            ],
            Events(Machine(""" "Type":"Task","Resource":"f","Output":"{% $states.result.no %}","End":true """)));

    [Fact]
    public void It_can_be_retried_and_caught()
    {
        var run = Simulation.Run(
            """
            {"QueryLanguage":"JSONata","StartAt":"S","States":{
              "S":{"Type":"Task","Resource":"f","Arguments":"{% $states.input.no %}",
                "Retry":[{"ErrorEquals":["States.QueryEvaluationError"],"MaxAttempts":1,"IntervalSeconds":3}],
                "Catch":[{"ErrorEquals":["States.QueryEvaluationError"],"Output":"{% $states.errorOutput.Error %}","Next":"L"}],"End":true},
              "L":{"Type":"Succeed"}}}
            """);

        Assert.Equal("\"States.QueryEvaluationError\"", run.Execution.Output?.ToString());
        Assert.Equal(Simulation.Beginning.AddSeconds(3), run.Execution.StoppedAt);
        Assert.Equal(2, run.EventTypes.Count(type => type == HistoryEventType.EvaluationFailed));
    }

    [Fact]
    public void A_catcher_that_fails_itself_is_not_caught_again()
    {
        var run = Simulation.Run(
            """
            {"QueryLanguage":"JSONata","StartAt":"S","States":{
              "S":{"Type":"Task","Resource":"f","Catch":[{"ErrorEquals":["States.ALL"],"Output":{"x":"{% $states.errorOutput.no %}"},"Next":"L"}],"End":true},
              "L":{"Type":"Succeed"}}}
            """,
            "{}",
            _ => Answer.Failure("E"));

        Assert.Contains("specified for the field 'Catch[0]/Output/x' returned nothing", run.Execution.Failure?.Cause);
    }

    [Fact]
    public void The_Parallel_around_a_state_catches_its_failure() =>
        Assert.Equal(
            "\"caught\"",
            Simulation.Run(
                """
                {"QueryLanguage":"JSONata","StartAt":"P","States":{
                  "P":{"Type":"Parallel","Branches":[{"StartAt":"B","States":{"B":{"Type":"Pass","Output":"{% $states.input.no %}","End":true}}}],
                    "Catch":[{"ErrorEquals":["States.QueryEvaluationError"],"Output":"caught","Next":"L"}],"End":true},
                  "L":{"Type":"Succeed"}}}
                """).Execution.Output?.ToString());

    [Fact]
    public void An_output_over_the_limit_cannot_be_caught() =>
        Assert.Equal(
            "States.DataLimitExceeded",
            Simulation.Run(
                Machine(""" "Type":"Task","Resource":"f","Output":"{% $join($map([1..30000], function($i){ '0123456789' })) %}","Catch":[{"ErrorEquals":["States.ALL"],"Next":"Z"}],"End":true """))
                .Execution.Failure?.Error);

    private static string Machine(string fields) =>
        """{"QueryLanguage":"JSONata","StartAt":"S","States":{"S":{""" + fields + (fields.Contains("\"Z\"", StringComparison.Ordinal) ? "},\"Z\":{\"Type\":\"Succeed\"}}}" : "}}}");

    private static IEnumerable<(int Id, int PreviousId, string Type)> Events(string definition) =>
        Simulation.Run(definition).History.Select(happened => ((int)happened.Id, (int)happened.PreviousId, happened.Type.ToString()));
}
