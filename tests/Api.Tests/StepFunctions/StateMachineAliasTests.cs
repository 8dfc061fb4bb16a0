using System.Net;
using TaskOrchestration.Api.Tests.Serving;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.Tests.StepFunctions;

public class StateMachineAliasTests : ApiTest
{
    private const string Alias = "'stateMachineAliasArn':'" + Samples.MachineArn + ":PROD'";
    private const string First = "'routingConfiguration':[{'stateMachineVersionArn':'" + Samples.MachineArn + ":1','weight':100}]";
    private const string Both = "'routingConfiguration':[{'stateMachineVersionArn':'" + Samples.MachineArn + ":1','weight':30},{'stateMachineVersionArn':'" + Samples.MachineArn + ":2','weight':70}]";

    [Fact]
    public async Task Creates_changes_and_shows_an_alias()
    {
        await PublishAsync();
        var created = ApiAnswer.Ok($$"""{"stateMachineAliasArn":"{{Samples.MachineArn}}:PROD","creationDate":1800000000.125}""");

        Assert.Equal(created, await CallAsync("CreateStateMachineAlias", $"{{'name':'PROD','description':'for people',{First}}}"));
        Assert.Equal(created, await CallAsync("CreateStateMachineAlias", $"{{'name':'PROD','description':'for people',{First}}}"));
        Time.Now += TimeSpan.FromSeconds(2);
        Assert.Equal(ApiAnswer.Ok("""{"updateDate":1800000002.125}"""), await CallAsync("UpdateStateMachineAlias", $"{{{Alias},{Both}}}"));
        Assert.Equal(
            ApiAnswer.Ok($$"""
                {"stateMachineAliasArn":"{{Samples.MachineArn}}:PROD","name":"PROD","description":"for people","creationDate":1800000000.125,"updateDate":1800000002.125,
                 "routingConfiguration":[{"stateMachineVersionArn":"{{Samples.MachineArn}}:1","weight":30},{"stateMachineVersionArn":"{{Samples.MachineArn}}:2","weight":70}]}
                """),
            await CallAsync("DescribeStateMachineAlias", $"{{{Alias}}}"));
    }

    [Fact]
    public async Task Lists_and_deletes()
    {
        await PublishAsync();
        await CallAsync("CreateStateMachineAlias", $"{{'name':'PROD',{First}}}");
        await CallAsync("CreateStateMachineAlias", $"{{'name':'BETA',{Both}}}");

        Assert.Equal([":BETA", ":PROD"], await ListAsync(Samples.MachineArn));
        Assert.Equal([":BETA", ":PROD"], await ListAsync(Samples.MachineArn + ":1"));
        Assert.Equal([":BETA"], await ListAsync(Samples.MachineArn + ":2"));
        Assert.Equal(ApiAnswer.Ok("{}"), await CallAsync("DeleteStateMachineAlias", $"{{{Alias}}}"));
        Assert.Equal(ApiAnswer.Ok("{}"), await CallAsync("DeleteStateMachineAlias", $"{{{Alias}}}"));
        Assert.Equal([":BETA"], await ListAsync(Samples.MachineArn));
        await RefusesAsync("DescribeStateMachineAlias", $"{{{Alias}}}", "ResourceNotFound", "Request references a resource that does not exist.");
    }

    [Fact]
    public async Task Refuses_another_alias_of_the_name()
    {
        await PublishAsync();
        await CallAsync("CreateStateMachineAlias", $"{{'name':'PROD',{First}}}");

        Assert.Equal(
            ApiAnswer.Error("ConflictException", "Failed to create alias because an alias with the same name and a different routing configuration already exists.", HttpStatusCode.Conflict),
            await CallAsync("CreateStateMachineAlias", $"{{'name':'PROD',{Both}}}"));
    }

    [Theory]
    [InlineData("[{'stateMachineVersionArn':'#','weight':100}]", "Routing configuration must contain state machine version ARNs. Received: [#]")]
    [InlineData("[{'stateMachineVersionArn':'#:PROD','weight':70},{'stateMachineVersionArn':'#:1','weight':30}]", "Routing configuration must contain state machine version ARNs. Received: [#:PROD, #:1]")]
    [InlineData("[{'stateMachineVersionArn':'#:1','weight':50},{'stateMachineVersionArn':'#:1','weight':50}]", "Routing configuration must contain distinct state machine version ARNs. Received: [#:1, #:1]")]
    [InlineData("[{'stateMachineVersionArn':'#:1','weight':50},{'stateMachineVersionArn':'#2:1','weight':50}]", "Routing configuration must contain versions of one state machine. Received: [#:1, #2:1]")]
    [InlineData("[{'stateMachineVersionArn':'#:1','weight':99}]", "Sum of routing configuration weights must equal 100. Received: [99]")]
    [InlineData("[{'stateMachineVersionArn':'#:1','weight':70},{'stateMachineVersionArn':'#:2','weight':31}]", "Sum of routing configuration weights must equal 100. Received: [70, 31]")]
    public async Task Refuses_routes_that_lead_nowhere(string routing, string message)
    {
        await PublishAsync();

        Assert.Equal(
            ApiAnswer.Error("ValidationException", message.Replace("#", Samples.MachineArn, StringComparison.Ordinal), ("reason", "INVALID_ROUTING_CONFIGURATION")),
            await CallAsync("CreateStateMachineAlias", $"{{'name':'TEST','routingConfiguration':{routing.Replace("#", Samples.MachineArn, StringComparison.Ordinal)}}}"));
    }

    [Fact]
    public async Task Refuses_an_update_to_versions_of_another_machine()
    {
        await PublishAsync();
        await CallAsync("CreateStateMachineAlias", $"{{'name':'PROD',{First}}}");

        Assert.Equal(
            ApiAnswer.Error("ValidationException", $"Routing configuration must contain versions of the state machine of the alias. Received: [{Samples.MachineArn}2:1]", ("reason", "INVALID_ROUTING_CONFIGURATION")),
            await CallAsync("UpdateStateMachineAlias", $"{{{Alias},'routingConfiguration':[{{'stateMachineVersionArn':'{Samples.MachineArn}2:1','weight':100}}]}}"));
        Assert.Equal(
            ApiAnswer.Error("ValidationException", "Either the description or the routing configuration must be specified", ("reason", "MISSING_REQUIRED_PARAMETER")),
            await CallAsync("UpdateStateMachineAlias", $"{{{Alias}}}"));
    }

    [Fact]
    public async Task Refuses_a_third_route_and_shows_all_three()
    {
        const string Route = "{'stateMachineVersionArn':'v','weight':30}";

        await RefusesAsync(
            "CreateStateMachineAlias",
            $"{{'name':'PROD','routingConfiguration':[{Route},{Route},{Route}]}}",
            "ValidationException",
            "1 validation error detected: Value '[RoutingConfigurationListItem(stateMachineVersionArn=v, weight=30), RoutingConfigurationListItem(stateMachineVersionArn=v, weight=30), RoutingConfigurationListItem(stateMachineVersionArn=v, weight=30)]' at 'routingConfiguration' failed to satisfy constraint: Member must have length less than or equal to 2");
    }

    [Theory]
    [InlineData("CreateStateMachineAlias", "{}", "ValidationException", "2 validation errors detected: Value null at 'name' failed to satisfy constraint: Member must not be null; Value null at 'routingConfiguration' failed to satisfy constraint: Member must not be null")]
    [InlineData("CreateStateMachineAlias", "{'name':'123'," + First + "}", "ValidationException", @"1 validation error detected: Value '123' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: ^(?=.*[a-zA-Z_\-\.])[a-zA-Z0-9_\-\.]+$")]
    [InlineData("CreateStateMachineAlias", "{'name':'a b'," + First + "}", "ValidationException", @"1 validation error detected: Value 'a b' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: ^(?=.*[a-zA-Z_\-\.])[a-zA-Z0-9_\-\.]+$")]
    [InlineData("CreateStateMachineAlias", "{'name':'a\\n'," + First + "}", "ValidationException", "1 validation error detected: Value 'a\n' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: ^(?=.*[a-zA-Z_\\-\\.])[a-zA-Z0-9_\\-\\.]+$")]
    [InlineData("CreateStateMachineAlias", "{'name':'a','routingConfiguration':[]}", "ValidationException", "1 validation error detected: Value '[]' at 'routingConfiguration' failed to satisfy constraint: Member must have length greater than or equal to 1")]
    [InlineData("CreateStateMachineAlias", "{'name':'a','routingConfiguration':[{'stateMachineVersionArn':'v','weight':101}]}", "ValidationException", "1 validation error detected: Value '101' at 'routingConfiguration.1.member.weight' failed to satisfy constraint: Member must have value less than or equal to 100")]
    [InlineData("CreateStateMachineAlias", "{'name':'a','routingConfiguration':[{'stateMachineVersionArn':'v'}]}", "ValidationException", "1 validation error detected: Value null at 'routingConfiguration.1.member.weight' failed to satisfy constraint: Member must not be null")]
    [InlineData("CreateStateMachineAlias", "{'name':'a','routingConfiguration':[{'stateMachineVersionArn':'v','weight':100}]}", "InvalidArn", "Invalid Arn: 'Invalid ARN prefix: v'")]
    [InlineData("CreateStateMachineAlias", "{'name':'a'," + First + "}", "ResourceNotFound", "Request references a resource that does not exist.")]
    [InlineData("UpdateStateMachineAlias", "{" + Alias + ",'description':'d'}", "ResourceNotFound", "Request references a resource that does not exist.")]
    [InlineData("UpdateStateMachineAlias", "{'stateMachineAliasArn':'" + Samples.MachineArn + ":1','description':'d'}", "InvalidArn", "Invalid Arn: 'Wrong number of parts: " + Samples.MachineArn + ":1'")]
    [InlineData("DescribeStateMachineAlias", "{'stateMachineAliasArn':'" + Samples.MachineArn + "'}", "InvalidArn", "Invalid Arn: 'Wrong number of parts: " + Samples.MachineArn + "'")]
    [InlineData("ListStateMachineAliases", "{'stateMachineArn':'" + Samples.MachineArn + "'}", "StateMachineDoesNotExist", "State Machine Does Not Exist: '" + Samples.MachineArn + "'")]
    [InlineData("ListStateMachineAliases", "{'stateMachineArn':'" + Samples.MachineArn + ":PROD'}", "StateMachineDoesNotExist", "State Machine Does Not Exist: '" + Samples.MachineArn + ":PROD'")]
    [InlineData("DeleteStateMachineAlias", "{}", "ValidationException", "1 validation error detected: Value null at 'stateMachineAliasArn' failed to satisfy constraint: Member must not be null")]
    public Task Refuses_bad_requests(string action, string request, string code, string message) => RefusesAsync(action, request, code, message);

    private async Task PublishAsync()
    {
        var machine = await Catalog.CreateAsync(new StateMachineDraft { Name = "Greeter", Definition = Samples.Definition, RoleArn = Samples.Role });
        await Catalog.Versions.PublishAsync(machine, description: null);
        var updated = await Catalog.UpdateAsync(machine.Arn, new StateMachineChange { RoleArn = "arn:aws:iam::123456789012:role/Other" });
        await Catalog.Versions.PublishAsync(updated, description: null);
    }

    private async Task<IEnumerable<string>> ListAsync(string arn)
    {
        var answer = await CallAsync("ListStateMachineAliases", $"{{'stateMachineArn':'{arn}'}}");
        return ((JsonArray)((JsonObject)answer.Body)["stateMachineAliases"]!).Select(item => ((JsonString)((JsonObject)item)["stateMachineAliasArn"]!).Value[Samples.MachineArn.Length..]);
    }
}
