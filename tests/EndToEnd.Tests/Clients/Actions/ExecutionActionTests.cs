using TaskOrchestration.EndToEnd.Tests.Clients.Calling;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.EndToEnd.Tests.Clients.Actions;

[Collection(Sessions.Name)]
public sealed class ExecutionActionTests(ClientSession session) : ActionTests(session)
{
    [Theory, Through(ClientNames.Boto3), Through(ClientNames.JavaScript), Through(ClientNames.AwsCli)]
    public async Task StartExecution_starts_one_once_and_refuses_the_name_for_another_input(string client)
    {
        var machine = await MachineAsync(Pause);
        var request = $$"""{"stateMachineArn":"{{machine}}","name":"one","input":"{\"a\":1}"}""";
        var started = $$"""{"executionArn":"{{ExecutionOf(machine, "one")}}","startDate":"<moment>"}""";
        await AnswersAsync(client, "StartExecution", request, started);
        await AnswersAsync(client, "StartExecution", request, started);
        await RefusesAsync(client, "StartExecution", $$"""{"stateMachineArn":"{{machine}}","name":"one","input":"{\"a\":2}"}""", "ExecutionAlreadyExists");
        await RefusesAsync(client, "StartExecution", $$"""{"stateMachineArn":"{{machine}}","input":"not JSON"}""", "InvalidExecutionInput");
    }

    [Theory, Through(ClientNames.Boto3), Through(ClientNames.JavaScript), Through(ClientNames.AwsCli)]
    public async Task StartSyncExecution_answers_with_the_output_and_refuses_a_standard_machine(string client)
    {
        var machine = await MachineAsync(type: "EXPRESS");
        var ended = await AnsweredAsync(client, "StartSyncExecution", $$"""{"stateMachineArn":"{{machine}}","name":"one","input":"{\"a\":1}"}""");
        Assert.StartsWith(machine.Replace(":stateMachine:", ":express:", StringComparison.Ordinal) + ":one:", Text(ended, "executionArn"), StringComparison.Ordinal);
        Assert.Equal(2, ((JsonObject)ended["billingDetails"]!).Count);
        Assert.Equal(
            Json.Parse($$"""
                {
                  "stateMachineArn":"{{machine}}","name":"one","startDate":"<moment>","stopDate":"<moment>","status":"SUCCEEDED","input":"{\"a\":1}","inputDetails":{"included":true},
                  "output":"\"hello\"","outputDetails":{"included":true}
                }
                """),
            ended.Without("executionArn").Without("billingDetails"));
        await RefusesAsync(client, "StartSyncExecution", $$"""{"stateMachineArn":"{{await MachineAsync()}}"}""", "StateMachineTypeNotSupported");
    }

    [Theory, Through(ClientNames.Boto3), Through(ClientNames.JavaScript), Through(ClientNames.AwsCli)]
    public async Task StopExecution_stops_one_and_refuses_one_that_is_not_there(string client)
    {
        var execution = await ExecutionAsync(Pause);
        await AnswersAsync(client, "StopExecution", $$"""{"executionArn":"{{execution}}","error":"Enough","cause":"it took too long"}""", """{"stopDate":"<moment>"}""");
        var stopped = await CallAsync("DescribeExecution", $$"""{"executionArn":"{{execution}}"}""");
        Assert.Equal(("ABORTED", "Enough", "it took too long"), (Text(stopped, "status"), Text(stopped, "error"), Text(stopped, "cause")));
        await RefusesAsync(client, "StopExecution", $$"""{"executionArn":"{{execution}}-not-there"}""", "ExecutionDoesNotExist");
    }

    [Theory, Through(ClientNames.Boto3), Through(ClientNames.JavaScript), Through(ClientNames.AwsCli)]
    public async Task DescribeExecution_shows_one_and_refuses_one_that_is_not_there(string client)
    {
        var execution = await ExecutionAsync(input: """{"a":1}""");
        await EndedAsync(execution);
        var metadata = $$"""
            "executionArn":"{{execution}}","stateMachineArn":"{{MachineOf(execution)}}","name":"one","status":"SUCCEEDED","startDate":"<moment>","stopDate":"<moment>",
            "redriveCount":0,"redriveStatus":"NOT_REDRIVABLE","redriveStatusReason":"Execution is SUCCEEDED and cannot be redriven"
            """;
        await AnswersAsync(
            client, "DescribeExecution", $$"""{"executionArn":"{{execution}}"}""",
            $$"""{{{metadata}},"input":"{\"a\":1}","inputDetails":{"included":true},"output":"\"hello\"","outputDetails":{"included":true} }""");
        await AnswersAsync(
            client, "DescribeExecution", $$"""{"executionArn":"{{execution}}","includedData":"METADATA_ONLY"}""",
            $$"""{{{metadata}},"inputDetails":{"included":false},"outputDetails":{"included":false} }""");
        await RefusesAsync(client, "DescribeExecution", $$"""{"executionArn":"{{execution}}-not-there"}""", "ExecutionDoesNotExist");
    }

    [Theory, Through(ClientNames.Boto3), Through(ClientNames.JavaScript), Through(ClientNames.AwsCli)]
    public async Task GetExecutionHistory_shows_every_event_and_refuses_what_names_no_execution(string client)
    {
        var execution = await ExecutionAsync(input: """{"a":1}""");
        await EndedAsync(execution);
        await AnswersAsync(
            client, "GetExecutionHistory", $$"""{"executionArn":"{{execution}}"}""",
            $$"""
            {"events":[
              {"timestamp":"<moment>","type":"ExecutionStarted","id":1,"previousEventId":0,
               "executionStartedEventDetails":{"input":"{\"a\":1}","inputDetails":{"truncated":false},"roleArn":"{{Role}}"} },
              {"timestamp":"<moment>","type":"PassStateEntered","id":2,"previousEventId":0,"stateEnteredEventDetails":{"name":"Greet","input":"{\"a\":1}","inputDetails":{"truncated":false} } },
              {"timestamp":"<moment>","type":"PassStateExited","id":3,"previousEventId":2,"stateExitedEventDetails":{"name":"Greet","output":"\"hello\"","outputDetails":{"truncated":false} } },
              {"timestamp":"<moment>","type":"ExecutionSucceeded","id":4,"previousEventId":3,"executionSucceededEventDetails":{"output":"\"hello\"","outputDetails":{"truncated":false} } }
            ]}
            """);
        await RefusesAsync(client, "GetExecutionHistory", """{"executionArn":"nonsense"}""", "InvalidArn");
    }

    [Theory, Through(ClientNames.Boto3), Through(ClientNames.JavaScript), Through(ClientNames.AwsCli)]
    public async Task ListExecutions_shows_those_of_a_machine_and_refuses_a_machine_that_is_not_there(string client)
    {
        var execution = await ExecutionAsync();
        await EndedAsync(execution);
        await AnswersAsync(
            client, "ListExecutions", $$"""{"stateMachineArn":"{{MachineOf(execution)}}","statusFilter":"SUCCEEDED"}""",
            $$"""
            {"executions":[{
              "executionArn":"{{execution}}","stateMachineArn":"{{MachineOf(execution)}}","name":"one","status":"SUCCEEDED","startDate":"<moment>","stopDate":"<moment>","redriveCount":0
            }]}
            """);
        await RefusesAsync(client, "ListExecutions", $$"""{"stateMachineArn":"{{MachineOf(execution)}}-not-there"}""", "StateMachineDoesNotExist");
    }

    [Theory, Through(ClientNames.Boto3), Through(ClientNames.JavaScript), Through(ClientNames.AwsCli)]
    public async Task RedriveExecution_goes_on_with_one_that_was_stopped_and_refuses_one_that_runs(string client)
    {
        var execution = await ExecutionAsync(Pause);
        await CallAsync("StopExecution", $$"""{"executionArn":"{{execution}}"}""");
        var request = $$"""{"executionArn":"{{execution}}","clientToken":"once"}""";
        await AnswersAsync(client, "RedriveExecution", request, """{"redriveDate":"<moment>"}""");
        await AnswersAsync(client, "RedriveExecution", request, """{"redriveDate":"<moment>"}""");
        var redriven = await CallAsync("DescribeExecution", $$"""{"executionArn":"{{execution}}"}""");
        Assert.Equal(("RUNNING", "1"), (Text(redriven, "status"), redriven["redriveCount"]!.ToString()));
        await RefusesAsync(client, "RedriveExecution", $$"""{"executionArn":"{{execution}}","clientToken":"twice"}""", "ExecutionNotRedrivable");
    }

    private static string ExecutionOf(string machine, string name) => $"{machine.Replace(":stateMachine:", ":execution:", StringComparison.Ordinal)}:{name}";

    private static string MachineOf(string execution) => execution.Replace(":execution:", ":stateMachine:", StringComparison.Ordinal)[..^":one".Length];
}
