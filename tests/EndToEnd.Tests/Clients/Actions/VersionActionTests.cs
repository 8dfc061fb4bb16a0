using TaskOrchestration.EndToEnd.Tests.Clients.Calling;

namespace TaskOrchestration.EndToEnd.Tests.Clients.Actions;

[Collection(Sessions.Name)]
public sealed class VersionActionTests(ClientSession session) : ActionTests(session)
{
    [Theory, Through(ClientNames.Boto3), Through(ClientNames.JavaScript), Through(ClientNames.AwsCli)]
    public async Task PublishStateMachineVersion_keeps_a_revision_and_refuses_one_that_is_no_longer_the_last(string client)
    {
        var machine = await MachineAsync();
        var request = $$"""{"stateMachineArn":"{{machine}}","description":"as it was"}""";
        var published = $$"""{"stateMachineVersionArn":"{{machine}}:1","creationDate":"<moment>"}""";
        await AnswersAsync(client, "PublishStateMachineVersion", request, published);
        await AnswersAsync(client, "PublishStateMachineVersion", request, published);
        await RefusesAsync(client, "PublishStateMachineVersion", $$"""{"stateMachineArn":"{{machine}}","revisionId":"another"}""", "ConflictException");
    }

    [Theory, Through(ClientNames.Boto3), Through(ClientNames.JavaScript), Through(ClientNames.AwsCli)]
    public async Task ListStateMachineVersions_shows_the_newest_first_and_refuses_what_names_no_machine(string client)
    {
        var machine = await MachineAsync();
        await CallAsync("PublishStateMachineVersion", $$"""{"stateMachineArn":"{{machine}}"}""");
        await CallAsync("UpdateStateMachine", $$"""{"stateMachineArn":"{{machine}}","definition":{{Quoted(Pause)}},"publish":true}""");
        await AnswersAsync(
            client, "ListStateMachineVersions", $$"""{"stateMachineArn":"{{machine}}"}""",
            $$"""{"stateMachineVersions":[{"stateMachineVersionArn":"{{machine}}:2","creationDate":"<moment>"},{"stateMachineVersionArn":"{{machine}}:1","creationDate":"<moment>"}]}""");
        await RefusesAsync(client, "ListStateMachineVersions", """{"stateMachineArn":"nonsense"}""", "InvalidArn");
    }

    [Theory, Through(ClientNames.Boto3), Through(ClientNames.JavaScript), Through(ClientNames.AwsCli)]
    public async Task DeleteStateMachineVersion_forgets_a_version_and_refuses_one_that_an_alias_leads_to(string client)
    {
        var machine = await MachineAsync();
        await CallAsync("PublishStateMachineVersion", $$"""{"stateMachineArn":"{{machine}}"}""");
        await CallAsync("UpdateStateMachine", $$"""{"stateMachineArn":"{{machine}}","definition":{{Quoted(Pause)}},"publish":true}""");
        await CallAsync("CreateStateMachineAlias", $$"""{"name":"live","routingConfiguration":[{"stateMachineVersionArn":"{{machine}}:2","weight":100}]}""");
        await AnswersAsync(client, "DeleteStateMachineVersion", $$"""{"stateMachineVersionArn":"{{machine}}:1"}""", "{}");
        await RefusesAsync(client, "DescribeStateMachine", $$"""{"stateMachineArn":"{{machine}}:1"}""", "StateMachineDoesNotExist");
        await RefusesAsync(client, "DeleteStateMachineVersion", $$"""{"stateMachineVersionArn":"{{machine}}:2"}""", "ConflictException");
    }
}
