using TaskOrchestration.EndToEnd.Tests.Clients.Calling;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.EndToEnd.Tests.Clients.Actions;

[Collection(Sessions.Name)]
public sealed class MachineActionTests(ClientSession session) : ActionTests(session)
{
    [Theory, Through(ClientNames.Boto3), Through(ClientNames.JavaScript), Through(ClientNames.AwsCli)]
    public async Task CreateStateMachine_makes_a_machine_and_refuses_a_definition_that_is_none(string client)
    {
        var name = Fresh("made");
        await AnswersAsync(
            client, "CreateStateMachine", $$"""{"name":"{{name}}","definition":{{Quoted(Greeting)}},"roleArn":"{{Role}}"}""",
            $$"""{"stateMachineArn":"{{Prefix}}:stateMachine:{{name}}","creationDate":"<moment>"}""");
        var published = Fresh("published");
        await AnswersAsync(
            client, "CreateStateMachine",
            $$"""{"name":"{{published}}","definition":{{Quoted(Greeting)}},"roleArn":"{{Role}}","type":"EXPRESS","publish":true,"versionDescription":"the first","tags":[{"key":"team","value":"billing"}]}""",
            $$"""{"stateMachineArn":"{{Prefix}}:stateMachine:{{published}}","creationDate":"<moment>","stateMachineVersionArn":"{{Prefix}}:stateMachine:{{published}}:1"}""");
        await RefusesAsync(client, "CreateStateMachine", $$"""{"name":"{{Fresh("broken")}}","definition":"{\"StartAt\":\"Nowhere\",\"States\":{} }","roleArn":"{{Role}}"}""", "InvalidDefinition");
        await RefusesAsync(client, "CreateStateMachine", $$"""{"name":"{{name}}","definition":{{Quoted(Pause)}},"roleArn":"{{Role}}"}""", "StateMachineAlreadyExists");
    }

    [Theory, Through(ClientNames.Boto3), Through(ClientNames.JavaScript), Through(ClientNames.AwsCli)]
    public async Task DescribeStateMachine_shows_a_machine_and_refuses_one_that_is_not_there(string client)
    {
        var machine = await MachineAsync();
        await AnswersAsync(
            client, "DescribeStateMachine", $$"""{"stateMachineArn":"{{machine}}"}""",
            $$"""
            {
              "stateMachineArn":"{{machine}}","name":"{{machine.Split(':')[^1]}}","status":"ACTIVE","definition":{{Quoted(Greeting)}},"roleArn":"arn:aws:iam::123456789012:role/any","type":"STANDARD",
              "creationDate":"<moment>","loggingConfiguration":{"level":"OFF","includeExecutionData":false},"tracingConfiguration":{"enabled":false},"encryptionConfiguration":{"type":"AWS_OWNED_KEY"}
            }
            """);
        await RefusesAsync(client, "DescribeStateMachine", $$"""{"stateMachineArn":"{{machine}}-not-there"}""", "StateMachineDoesNotExist");
    }

    [Theory, Through(ClientNames.Boto3), Through(ClientNames.JavaScript), Through(ClientNames.AwsCli)]
    public async Task DescribeStateMachineForExecution_shows_the_machine_as_it_was_and_refuses_an_execution_that_is_not_there(string client)
    {
        var execution = await ExecutionAsync();
        var machine = execution.Replace(":execution:", ":stateMachine:", StringComparison.Ordinal)[..^":one".Length];
        await CallAsync("UpdateStateMachine", $$"""{"stateMachineArn":"{{machine}}","definition":{{Quoted(Pause)}}}""");
        await AnswersAsync(
            client, "DescribeStateMachineForExecution", $$"""{"executionArn":"{{execution}}"}""",
            $$"""
            {
              "stateMachineArn":"{{machine}}","name":"{{machine.Split(':')[^1]}}","definition":{{Quoted(Greeting)}},"roleArn":"arn:aws:iam::123456789012:role/any",
              "updateDate":"<moment>","loggingConfiguration":{"level":"OFF","includeExecutionData":false},"tracingConfiguration":{"enabled":false},"encryptionConfiguration":{"type":"AWS_OWNED_KEY"}
            }
            """);
        await RefusesAsync(client, "DescribeStateMachineForExecution", $$"""{"executionArn":"{{execution}}-not-there"}""", "ExecutionDoesNotExist");
    }

    [Theory, Through(ClientNames.Boto3), Through(ClientNames.JavaScript), Through(ClientNames.AwsCli)]
    public async Task ListStateMachines_shows_machines_and_refuses_a_token_of_nobodys(string client)
    {
        var machine = await MachineAsync();
        var listed = await AnsweredAsync(client, "ListStateMachines", """{"maxResults":1000}""");
        Assert.Contains(
            Json.Parse($$"""{"stateMachineArn":"{{machine}}","name":"{{machine.Split(':')[^1]}}","type":"STANDARD","creationDate":"<moment>"}"""),
            (JsonArray)listed["stateMachines"]!);
        await RefusesAsync(client, "ListStateMachines", """{"nextToken":"nobodys"}""", "InvalidToken");
    }

    [Theory, Through(ClientNames.Boto3), Through(ClientNames.JavaScript), Through(ClientNames.AwsCli)]
    public async Task UpdateStateMachine_makes_the_next_revision_and_refuses_to_change_nothing(string client)
    {
        var machine = await MachineAsync();
        var updated = await AnsweredAsync(client, "UpdateStateMachine", $$"""{"stateMachineArn":"{{machine}}","definition":{{Quoted(Pause)}},"publish":true,"versionDescription":"it waits"}""");
        var now = await CallAsync("DescribeStateMachine", $$"""{"stateMachineArn":"{{machine}}"}""");
        Assert.Equal(
            Json.Parse($$"""{"updateDate":"<moment>","revisionId":"{{Text(now, "revisionId")}}","stateMachineVersionArn":"{{machine}}:1"}"""),
            updated);
        Assert.Equal(Pause, Text(now, "definition"));
        await RefusesAsync(client, "UpdateStateMachine", $$"""{"stateMachineArn":"{{machine}}"}""", "MissingRequiredParameter");
    }

    [Theory, Through(ClientNames.Boto3), Through(ClientNames.JavaScript), Through(ClientNames.AwsCli)]
    public async Task DeleteStateMachine_deletes_a_machine_and_refuses_what_names_none(string client)
    {
        var machine = await MachineAsync();
        await AnswersAsync(client, "DeleteStateMachine", $$"""{"stateMachineArn":"{{machine}}"}""", "{}");
        await RefusesAsync(client, "DescribeStateMachine", $$"""{"stateMachineArn":"{{machine}}"}""", "StateMachineDoesNotExist");
        await RefusesAsync(client, "DeleteStateMachine", """{"stateMachineArn":"nonsense"}""", "InvalidArn");
    }

    [Theory, Through(ClientNames.Boto3), Through(ClientNames.JavaScript), Through(ClientNames.AwsCli)]
    public async Task ValidateStateMachineDefinition_finds_problems_and_refuses_a_type_that_is_none(string client)
    {
        await AnswersAsync(client, "ValidateStateMachineDefinition", $$"""{"definition":{{Quoted(Greeting)}}}""", """{"result":"OK","diagnostics":[],"truncated":false}""");
        var failed = await AnsweredAsync(client, "ValidateStateMachineDefinition", """{"definition":"{\"StartAt\":\"Nowhere\",\"States\":{}}"}""");
        Assert.Equal("FAIL", Text(failed, "result"));
        Assert.NotEmpty((JsonArray)failed["diagnostics"]!);
        await RefusesAsync(client, "ValidateStateMachineDefinition", $$"""{"definition":{{Quoted(Greeting)}},"type":"SLOW"}""", "ValidationException");
    }

    [Theory, Through(ClientNames.Boto3), Through(ClientNames.JavaScript), Through(ClientNames.AwsCli)]
    public async Task TestState_runs_a_state_and_refuses_one_that_is_none(string client)
    {
        await AnswersAsync(
            client, "TestState", """{"definition":"{\"Type\":\"Pass\",\"Result\":\"hello\",\"Next\":\"Then\"}","roleArn":"arn:aws:iam::123456789012:role/any","input":"{}"}""",
            """{"output":"\"hello\"","nextState":"Then","status":"SUCCEEDED"}""");
        await RefusesAsync(client, "TestState", """{"definition":"{\"Type\":\"Nap\"}","roleArn":"arn:aws:iam::123456789012:role/any"}""", "InvalidDefinition");
    }
}
