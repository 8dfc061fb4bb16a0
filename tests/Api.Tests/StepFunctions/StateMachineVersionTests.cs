using System.Net;
using TaskOrchestration.Api.Tests.Serving;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.Tests.StepFunctions;

public class StateMachineVersionTests : ApiTest
{
    private const string Machine = "'stateMachineArn':'" + Samples.MachineArn + "'";

    [Fact]
    public async Task Publishes_and_says_which_and_when()
    {
        await CreateAsync();
        Time.Now += TimeSpan.FromSeconds(2);
        var published = ApiAnswer.Ok($$"""{"creationDate":1800000002.125,"stateMachineVersionArn":"{{Samples.MachineArn}}:1"}""");

        Assert.Equal(published, await CallAsync("PublishStateMachineVersion", $"{{{Machine},'description':'first'}}"));
        Time.Now += TimeSpan.FromSeconds(2);
        Assert.Equal(published, await CallAsync("PublishStateMachineVersion", $"{{{Machine},'revisionId':'INITIAL'}}"));
    }

    [Fact]
    public async Task Shows_a_version_as_it_was_published()
    {
        await CreateAsync();
        Time.Now += TimeSpan.FromSeconds(2);
        await CallAsync("PublishStateMachineVersion", $"{{{Machine},'description':'first'}}");
        await Catalog.UpdateAsync(Samples.MachineArn, new StateMachineChange { RoleArn = "arn:aws:iam::123456789012:role/Other" });

        Assert.Equal(
            ApiAnswer.Ok($$"""
                {"stateMachineArn":"{{Samples.MachineArn}}:1","name":"Greeter","status":"ACTIVE","type":"STANDARD","creationDate":1800000002.125,"description":"first",
                 "definition":{{Json.Of(Samples.Definition)}},"roleArn":"{{Samples.Role}}","encryptionConfiguration":{"type":"AWS_OWNED_KEY"},
                 "loggingConfiguration":{"level":"OFF","includeExecutionData":false},"tracingConfiguration":{"enabled":false} }
                """),
            await CallAsync("DescribeStateMachine", "{'stateMachineArn':'" + Samples.MachineArn + ":1'}"));
    }

    [Fact]
    public async Task Lists_versions_newest_first_page_by_page()
    {
        await CreateAsync();
        foreach (var role in (string[])["a", "b", "c"])
        {
            await CallAsync("UpdateStateMachine", $"{{{Machine},'roleArn':'arn:aws:iam::123456789012:role/{role}','publish':true}}");
        }

        var first = await CallAsync("ListStateMachineVersions", $"{{{Machine},'maxResults':2}}");
        var token = ((JsonString)((JsonObject)first.Body)["nextToken"]!).Value;

        Assert.Equal(
            ApiAnswer.Ok($$"""
                {"stateMachineVersions":[{"stateMachineVersionArn":"{{Samples.MachineArn}}:3","creationDate":1800000000.125},{"stateMachineVersionArn":"{{Samples.MachineArn}}:2","creationDate":1800000000.125}],
                 "nextToken":"{{token}}"}
                """),
            first);
        Assert.Equal(
            ApiAnswer.Ok($$"""{"stateMachineVersions":[{"stateMachineVersionArn":"{{Samples.MachineArn}}:1","creationDate":1800000000.125}]}"""),
            await CallAsync("ListStateMachineVersions", $"{{{Machine},'nextToken':'{token}'}}"));
        await RefusesAsync("ListStateMachineVersions", $"{{'stateMachineArn':'{Samples.MachineArn}2','nextToken':'{token}'}}", "InvalidToken", "Invalid Token: 'Invalid token'");
    }

    [Fact]
    public async Task Deletes_a_version_once_no_alias_leads_to_it()
    {
        const string Version = "{'stateMachineVersionArn':'" + Samples.MachineArn + ":1'}";
        await CreateAsync();
        await CallAsync("PublishStateMachineVersion", $"{{{Machine}}}");
        await Catalog.Aliases.CreateAsync(Samples.MachineArn, "PROD", description: null, [new AliasRoute(1, 100)]);

        Assert.Equal(
            ApiAnswer.Error(
                "ConflictException",
                "Version to be deleted must not be referenced by an alias. Current list of aliases referencing this version: [PROD]",
                HttpStatusCode.Conflict),
            await CallAsync("DeleteStateMachineVersion", Version));

        await Catalog.Aliases.DeleteAsync(Samples.MachineArn, "PROD");
        Assert.Equal(ApiAnswer.Ok("{}"), await CallAsync("DeleteStateMachineVersion", Version));
        Assert.Equal(ApiAnswer.Ok("{}"), await CallAsync("DeleteStateMachineVersion", Version));
        Assert.Equal(ApiAnswer.Ok("""{"stateMachineVersions":[]}"""), await CallAsync("ListStateMachineVersions", $"{{{Machine}}}"));
    }

    [Fact]
    public async Task Refuses_to_publish_a_revision_that_is_not_current()
    {
        await CreateAsync();
        var updated = await Catalog.UpdateAsync(Samples.MachineArn, new StateMachineChange { RoleArn = "arn:aws:iam::123456789012:role/Other" });

        Assert.Equal(
            ApiAnswer.Error("ConflictException", $"Failed to publish the State Machine version for revision r1. The current State Machine revision is {updated.RevisionId}.", HttpStatusCode.Conflict),
            await CallAsync("PublishStateMachineVersion", $"{{{Machine},'revisionId':'r1'}}"));
    }

    [Fact]
    public async Task Refuses_the_thousand_and_first_version_and_the_update_that_was_to_become_it()
    {
        await CreateAsync();
        for (var number = 0; number < MachineVersions.Most; number++)
        {
            var updated = await Catalog.UpdateAsync(Samples.MachineArn, new StateMachineChange { RoleArn = $"arn:aws:iam::123456789012:role/{number}" });
            await Catalog.Versions.PublishAsync(updated, description: null);
        }

        var refused = ApiAnswer.Error(
            "ServiceQuotaExceededException",
            $"The state machine '{Samples.MachineArn}' has 1000 versions, and no more are allowed; delete some that are not needed any more.",
            HttpStatusCode.PaymentRequired);

        Assert.Equal(refused, await CallAsync("UpdateStateMachine", $"{{{Machine},'roleArn':'{Samples.Role}','publish':true}}"));
        Assert.Equal("arn:aws:iam::123456789012:role/999", (await Catalog.DescribeAsync(Samples.MachineArn)).RoleArn);
    }

    [Fact]
    public async Task A_deletion_is_of_the_machine_and_of_no_version()
    {
        await CreateAsync();
        await CallAsync("PublishStateMachineVersion", $"{{{Machine}}}");

        await RefusesAsync(
            "DeleteStateMachine", $"{{'stateMachineArn':'{Samples.MachineArn}:1'}}", "ValidationException", $"A version or an alias of a state machine cannot be deleted by this action: '{Samples.MachineArn}:1'");
        Assert.Equal(ApiAnswer.Ok("{}"), await CallAsync("DeleteStateMachine", $"{{{Machine}}}"));
        await RefusesAsync("DescribeStateMachine", $"{{'stateMachineArn':'{Samples.MachineArn}:1'}}", "StateMachineDoesNotExist", $"State Machine Does Not Exist: '{Samples.MachineArn}:1'");
    }

    [Theory]
    [InlineData("PublishStateMachineVersion", "{}", "ValidationException", "1 validation error detected: Value null at 'stateMachineArn' failed to satisfy constraint: Member must not be null")]
    [InlineData("PublishStateMachineVersion", "{'stateMachineArn':'m'}", "InvalidArn", "Invalid Arn: 'Invalid ARN prefix: m'")]
    [InlineData("PublishStateMachineVersion", "{" + Machine + "}", "StateMachineDoesNotExist", "State Machine Does Not Exist: '" + Samples.MachineArn + "'")]
    [InlineData("PublishStateMachineVersion", "{'stateMachineArn':'" + Samples.MachineArn + ":1'}", "StateMachineDoesNotExist", "State Machine Does Not Exist: '" + Samples.MachineArn + ":1'")]
    [InlineData("ListStateMachineVersions", "{" + Machine + ",'maxResults':1001}", "ValidationException", "1 validation error detected: Value '1001' at 'maxResults' failed to satisfy constraint: Member must have value less than or equal to 1000")]
    [InlineData("ListStateMachineVersions", "{" + Machine + ",'nextToken':'made up'}", "InvalidToken", "Invalid Token: 'Invalid token'")]
    [InlineData("DeleteStateMachineVersion", "{}", "ValidationException", "1 validation error detected: Value null at 'stateMachineVersionArn' failed to satisfy constraint: Member must not be null")]
    [InlineData("DeleteStateMachineVersion", "{'stateMachineVersionArn':'" + Samples.MachineArn + "'}", "InvalidArn", "Invalid Arn: 'Wrong number of parts: " + Samples.MachineArn + "'")]
    [InlineData("DeleteStateMachineVersion", "{'stateMachineVersionArn':'" + Samples.MachineArn + ":PROD'}", "InvalidArn", "Invalid Arn: 'Wrong number of parts: " + Samples.MachineArn + ":PROD'")]
    public Task Refuses_bad_requests(string action, string request, string code, string message) => RefusesAsync(action, request, code, message);

    private ValueTask<StateMachineRecord> CreateAsync() => Catalog.CreateAsync(new StateMachineDraft { Name = "Greeter", Definition = Samples.Definition, RoleArn = Samples.Role });
}
