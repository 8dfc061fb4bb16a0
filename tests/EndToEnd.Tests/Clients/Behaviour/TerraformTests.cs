using TaskOrchestration.Cli.Client;
using TaskOrchestration.EndToEnd.Tests.Servers;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.EndToEnd.Tests.Clients.Behaviour;

/// <summary>
/// What Terraform's AWS provider calls over the life of its Step Functions resources, in its order and with what it sends where nothing is configured: empty descriptions,
/// <c>publish</c> that is false, and the configurations that the server has answered with, sent back.
/// </summary>
public class TerraformTests(RunningServer running) : IClassFixture<RunningServer>
{
    private const string Role = "arn:aws:iam::123456789012:role/any";
    private const string Definition = """{"StartAt":"Greet","States":{"Greet":{"Type":"Pass","Result":"hello","End":true}}}""";
    private const string Changed = """{"StartAt":"Greet","States":{"Greet":{"Type":"Pass","Result":"good day","End":true}}}""";

    [Fact]
    public async Task A_state_machine_is_planned_created_refreshed_updated_and_destroyed()
    {
        Assert.Equal("OK", Text(await CallAsync("ValidateStateMachineDefinition", $$"""{"definition":{{Quoted(Definition)}},"type":"STANDARD"}"""), "result"));
        var created = await CallAsync(
            "CreateStateMachine",
            $$"""{"name":"planned","definition":{{Quoted(Definition)}},"roleArn":"{{Role}}","type":"STANDARD","publish":false,"tags":[{"key":"team","value":"billing"}]}""");
        var machine = Text(created, "stateMachineArn");
        var described = await RefreshedAsync(machine, """{"tags":[{"key":"team","value":"billing"}]}""", versions: 0);

        await CallAsync("ValidateStateMachineDefinition", $$"""{"definition":{{Quoted(Changed)}},"type":"STANDARD"}""");
        await CallAsync(
            "UpdateStateMachine",
            $$"""
            {
              "stateMachineArn":"{{machine}}","definition":{{Quoted(Changed)}},"roleArn":"{{Role}}","publish":true,"versionDescription":"",
              "loggingConfiguration":{{described["loggingConfiguration"]}},"tracingConfiguration":{{described["tracingConfiguration"]}},"encryptionConfiguration":{{described["encryptionConfiguration"]}}
            }
            """);
        await CallAsync("UntagResource", $$"""{"resourceArn":"{{machine}}","tagKeys":["team"]}""");
        await CallAsync("TagResource", $$"""{"resourceArn":"{{machine}}","tags":[{"key":"stage","value":""}]}""");
        Assert.Equal(Changed, Text(await RefreshedAsync(machine, """{"tags":[{"key":"stage","value":""}]}""", versions: 1), "definition"));

        await CallAsync("DeleteStateMachine", $$"""{"stateMachineArn":"{{machine}}"}""");
        Assert.Equal("StateMachineDoesNotExist", await RefusalAsync("DescribeStateMachine", $$"""{"stateMachineArn":"{{machine}}"}"""));
    }

    [Fact]
    public async Task An_alias_is_created_refreshed_updated_and_destroyed()
    {
        var machine = await CallAsync("CreateStateMachine", $$"""{"name":"aliased","definition":{{Quoted(Definition)}},"roleArn":"{{Role}}","type":"STANDARD","publish":true}""");
        var version = Text(machine, "stateMachineVersionArn");
        var routes = $$"""[{"stateMachineVersionArn":"{{version}}","weight":100}]""";
        var alias = Text(await CallAsync("CreateStateMachineAlias", $$"""{"name":"live","description":"","routingConfiguration":{{routes}}}"""), "stateMachineAliasArn");
        var described = await CallAsync("DescribeStateMachineAlias", $$"""{"stateMachineAliasArn":"{{alias}}"}""");
        Assert.Equal((alias, "live", routes), (Text(described, "stateMachineAliasArn"), Text(described, "name"), described["routingConfiguration"]!.ToString()));

        await CallAsync("UpdateStateMachineAlias", $$"""{"stateMachineAliasArn":"{{alias}}","description":"for customers"}""");
        var updated = await CallAsync("DescribeStateMachineAlias", $$"""{"stateMachineAliasArn":"{{alias}}"}""");
        Assert.Equal(("for customers", routes), (Text(updated, "description"), updated["routingConfiguration"]!.ToString()));

        await CallAsync("DeleteStateMachineAlias", $$"""{"stateMachineAliasArn":"{{alias}}"}""");
        Assert.Equal("ResourceNotFound", await RefusalAsync("DescribeStateMachineAlias", $$"""{"stateMachineAliasArn":"{{alias}}"}"""));
    }

    [Fact]
    public async Task An_activity_is_created_refreshed_tagged_and_destroyed()
    {
        var activity = Text(await CallAsync("CreateActivity", """{"name":"hands","tags":[{"key":"team","value":"billing"}]}"""), "activityArn");
        var described = await CallAsync("DescribeActivity", $$"""{"activityArn":"{{activity}}"}""");
        Assert.Equal(("hands", true), (Text(described, "name"), described.Contains("creationDate")));
        await CallAsync("TagResource", $$"""{"resourceArn":"{{activity}}","tags":[{"key":"team","value":"orders"}]}""");
        Assert.Equal("""{"tags":[{"key":"team","value":"orders"}]}""", (await CallAsync("ListTagsForResource", $$"""{"resourceArn":"{{activity}}"}""")).ToString());
        await CallAsync("DeleteActivity", $$"""{"activityArn":"{{activity}}"}""");
        Assert.Equal("ActivityDoesNotExist", await RefusalAsync("DescribeActivity", $$"""{"activityArn":"{{activity}}"}"""));
    }

    private async Task<JsonObject> RefreshedAsync(string machine, string tags, int versions)
    {
        var described = await CallAsync("DescribeStateMachine", $$"""{"stateMachineArn":"{{machine}}"}""");
        var listed = await CallAsync("ListStateMachineVersions", $$"""{"stateMachineArn":"{{machine}}"}""");
        Assert.Equal(versions, ((JsonArray)listed["stateMachineVersions"]!).Count);
        Assert.Equal(tags, (await CallAsync("ListTagsForResource", $$"""{"resourceArn":"{{machine}}"}""")).ToString());
        return described;
    }

    private Task<JsonObject> CallAsync(string action, string request) => running.Server.Client.CallAsync(action, (JsonObject)Json.Parse(request));

    private async Task<string> RefusalAsync(string action, string request) => (await Assert.ThrowsAsync<StepFunctionsException>(() => CallAsync(action, request))).Error;

    private static string Text(JsonObject answer, string member) => ((JsonString)answer[member]!).Value;

    private static string Quoted(string text) => Json.Of(text).ToString();
}
