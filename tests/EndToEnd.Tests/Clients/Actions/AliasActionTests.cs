using TaskOrchestration.EndToEnd.Tests.Clients.Calling;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.EndToEnd.Tests.Clients.Actions;

[Collection(Sessions.Name)]
public sealed class AliasActionTests(ClientSession session) : ActionTests(session)
{
    [Theory, Through(ClientNames.Boto3), Through(ClientNames.JavaScript), Through(ClientNames.AwsCli)]
    public async Task CreateStateMachineAlias_leads_to_versions_and_refuses_weights_that_do_not_add_up(string client)
    {
        var machine = await VersionedAsync();
        await AnswersAsync(
            client, "CreateStateMachineAlias", $$"""{"name":"live","description":"what customers get","routingConfiguration":{{Routes(machine, 90, 10)}}}""",
            $$"""{"stateMachineAliasArn":"{{machine}}:live","creationDate":"<moment>"}""");
        await RefusesAsync(
            client, "CreateStateMachineAlias", $$"""{"name":"dead","routingConfiguration":{{Routes(machine, 90, 20)}}}""",
            "ValidationException", """{"reason":"INVALID_ROUTING_CONFIGURATION"}""");
    }

    [Theory, Through(ClientNames.Boto3), Through(ClientNames.JavaScript), Through(ClientNames.AwsCli)]
    public async Task DescribeStateMachineAlias_shows_an_alias_and_refuses_one_that_is_not_there(string client)
    {
        var machine = await VersionedAsync();
        await CallAsync("CreateStateMachineAlias", $$"""{"name":"live","description":"what customers get","routingConfiguration":{{Routes(machine, 90, 10)}}}""");
        await AnswersAsync(
            client, "DescribeStateMachineAlias", $$"""{"stateMachineAliasArn":"{{machine}}:live"}""",
            $$"""
            {
              "stateMachineAliasArn":"{{machine}}:live","name":"live","description":"what customers get","routingConfiguration":{{Routes(machine, 90, 10)}},
              "creationDate":"<moment>","updateDate":"<moment>"
            }
            """);
        await RefusesAsync(client, "DescribeStateMachineAlias", $$"""{"stateMachineAliasArn":"{{machine}}:dead"}""", "ResourceNotFound");
    }

    [Theory, Through(ClientNames.Boto3), Through(ClientNames.JavaScript), Through(ClientNames.AwsCli)]
    public async Task ListStateMachineAliases_shows_aliases_and_refuses_a_machine_that_is_not_there(string client)
    {
        var machine = await VersionedAsync();
        await CallAsync("CreateStateMachineAlias", $$"""{"name":"live","routingConfiguration":{{Routes(machine, 90, 10)}}}""");
        await AnswersAsync(
            client, "ListStateMachineAliases", $$"""{"stateMachineArn":"{{machine}}"}""",
            $$"""{"stateMachineAliases":[{"stateMachineAliasArn":"{{machine}}:live","creationDate":"<moment>"}]}""");
        await RefusesAsync(client, "ListStateMachineAliases", $$"""{"stateMachineArn":"{{machine}}-not-there"}""", "StateMachineDoesNotExist");
    }

    [Theory, Through(ClientNames.Boto3), Through(ClientNames.JavaScript), Through(ClientNames.AwsCli)]
    public async Task UpdateStateMachineAlias_leads_elsewhere_and_refuses_an_alias_that_is_not_there(string client)
    {
        var machine = await VersionedAsync();
        await CallAsync("CreateStateMachineAlias", $$"""{"name":"live","routingConfiguration":{{Routes(machine, 90, 10)}}}""");
        var request = $$"""{"stateMachineAliasArn":"{{machine}}:live","routingConfiguration":{{Routes(machine, 50, 50)}}}""";
        await AnswersAsync(client, "UpdateStateMachineAlias", request, """{"updateDate":"<moment>"}""");
        var now = await CallAsync("DescribeStateMachineAlias", $$"""{"stateMachineAliasArn":"{{machine}}:live"}""");
        Assert.Equal(Json.Parse(Routes(machine, 50, 50)), now["routingConfiguration"]);
        await RefusesAsync(client, "UpdateStateMachineAlias", request.Replace(":live", ":dead", StringComparison.Ordinal), "ResourceNotFound");
    }

    [Theory, Through(ClientNames.Boto3), Through(ClientNames.JavaScript), Through(ClientNames.AwsCli)]
    public async Task DeleteStateMachineAlias_forgets_an_alias_and_refuses_what_names_none(string client)
    {
        var machine = await VersionedAsync();
        await CallAsync("CreateStateMachineAlias", $$"""{"name":"live","routingConfiguration":{{Routes(machine, 90, 10)}}}""");
        await AnswersAsync(client, "DeleteStateMachineAlias", $$"""{"stateMachineAliasArn":"{{machine}}:live"}""", "{}");
        await RefusesAsync(client, "DescribeStateMachineAlias", $$"""{"stateMachineAliasArn":"{{machine}}:live"}""", "ResourceNotFound");
        await RefusesAsync(client, "DeleteStateMachineAlias", """{"stateMachineAliasArn":"nonsense"}""", "InvalidArn");
    }

    private async Task<string> VersionedAsync()
    {
        var machine = await MachineAsync();
        await CallAsync("PublishStateMachineVersion", $$"""{"stateMachineArn":"{{machine}}"}""");
        await CallAsync("UpdateStateMachine", $$"""{"stateMachineArn":"{{machine}}","definition":{{Quoted(Pause)}},"publish":true}""");
        return machine;
    }

    private static string Routes(string machine, int first, int second) =>
        $$"""[{"stateMachineVersionArn":"{{machine}}:1","weight":{{first}}},{"stateMachineVersionArn":"{{machine}}:2","weight":{{second}}}]""";
}
