using TaskOrchestration.Api.Tests.Serving;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.Tests.StepFunctions;

public class UpdateStateMachineTests : ApiTest
{
    private const string Machine = "'stateMachineArn':'" + Samples.MachineArn + "'";

    [Fact]
    public async Task Changes_what_it_was_told_and_nothing_else()
    {
        await Catalog.CreateAsync(new StateMachineDraft { Name = "Greeter", Definition = Samples.Definition, RoleArn = Samples.Role });
        Time.Now += TimeSpan.FromSeconds(2);

        var answer = await CallAsync("UpdateStateMachine", $"{{{Machine},'roleArn':'arn:aws:iam::123456789012:role/Other','tracingConfiguration':{{'enabled':true}}}}");

        var kept = await Catalog.DescribeAsync(Samples.MachineArn);
        Assert.Equal(ApiAnswer.Ok($$"""{"updateDate":1800000002.125,"revisionId":"{{kept.RevisionId}}"}"""), answer);
        Assert.Equal(
            (Samples.Definition, "arn:aws:iam::123456789012:role/Other", Json.Parse("""{"enabled":true}"""), FixedTime.Beginning),
            (kept.Definition, kept.RoleArn, kept.TracingConfiguration, kept.CreationDate));
    }

    [Fact]
    public Task Refuses_a_machine_that_is_not_there() =>
        RefusesAsync("UpdateStateMachine", $"{{{Machine},'roleArn':'{Samples.Role}'}}", "StateMachineDoesNotExist", $"State Machine Does Not Exist: '{Samples.MachineArn}'");

    [Fact]
    public async Task Refuses_a_definition_that_does_not_fit_the_machine()
    {
        await Catalog.CreateAsync(new StateMachineDraft { Name = "Greeter", Type = StateMachineType.Express, Definition = Samples.Definition, RoleArn = Samples.Role });

        await RefusesAsync(
            "UpdateStateMachine",
            "{" + Machine + """,'definition':'{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Task\",\"Resource\":\"arn:aws:states:us-east-1:1:activity:a\",\"End\":true}}}'}""",
            "InvalidDefinition",
            "Invalid State Machine Definition: 'SCHEMA_VALIDATION_FAILED: Express state machine does not support Activity ARN at /States/A/Resource'");
    }

    [Fact]
    public async Task Refuses_the_ARN_of_a_Map_state() => Assert.Equal(
        ApiAnswer.Error("ValidationException", $"The ARN of a Map state in a state machine is not supported by this action: '{Samples.MachineArn}/each'", ("reason", "API_DOES_NOT_SUPPORT_LABELED_ARNS")),
        await CallAsync("UpdateStateMachine", "{'stateMachineArn':'" + Samples.MachineArn + "/each','roleArn':'" + Samples.Role + "'}"));

    [Fact]
    public async Task Changes_no_version_and_no_alias()
    {
        await Catalog.CreateAsync(new StateMachineDraft { Name = "Greeter", Definition = Samples.Definition, RoleArn = Samples.Role });
        await Catalog.Versions.PublishAsync(Samples.MachineArn, revisionId: null, description: null);
        await Catalog.Aliases.CreateAsync(Samples.MachineArn, "PROD", description: null, [new AliasRoute(1, 100)]);

        foreach (var qualified in (string[])[Samples.MachineArn + ":1", Samples.MachineArn + ":PROD"])
        {
            await RefusesAsync("UpdateStateMachine", $"{{'stateMachineArn':'{qualified}','roleArn':'{Samples.Role}'}}", "StateMachineDoesNotExist", $"State Machine Does Not Exist: '{qualified}'");
        }
    }

    [Fact]
    public async Task Makes_no_revision_of_what_changes_nothing()
    {
        await Catalog.CreateAsync(new StateMachineDraft { Name = "Greeter", Definition = Samples.Definition, RoleArn = Samples.Role });
        Time.Now += TimeSpan.FromSeconds(2);

        Assert.Equal(ApiAnswer.Ok("""{"updateDate":1800000000.125}"""), await CallAsync("UpdateStateMachine", $"{{{Machine},'roleArn':'{Samples.Role}'}}"));
    }

    [Fact]
    public async Task Publishes_what_it_has_made()
    {
        await Catalog.CreateAsync(new StateMachineDraft { Name = "Greeter", Definition = Samples.Definition, RoleArn = Samples.Role });

        var answer = await CallAsync("UpdateStateMachine", $"{{{Machine},'roleArn':'arn:aws:iam::123456789012:role/Other','publish':true,'versionDescription':'other role'}}");

        var kept = await Catalog.DescribeAsync(Samples.MachineArn);
        Assert.Equal(ApiAnswer.Ok($$"""{"updateDate":1800000000.125,"revisionId":"{{kept.RevisionId}}","stateMachineVersionArn":"{{Samples.MachineArn}}:1"}"""), answer);
        Assert.Equal(kept with { Version = 1, Description = "other role" }, await Catalog.DescribeAsync(Samples.MachineArn + ":1"));
    }

    [Theory]
    [InlineData("{'definition':''}", "ValidationException", "2 validation errors detected: Value null at 'stateMachineArn' failed to satisfy constraint: Member must not be null; Value at 'definition' failed to satisfy constraint: Member must have length greater than or equal to 1")]
    [InlineData("{" + Machine + "}", "MissingRequiredParameter", "Either the definition, the role ARN, the LoggingConfiguration, the TracingConfiguration, or the EncryptionConfiguration must be specified")]
    [InlineData("{" + Machine + ",'roleArn':'me'}", "InvalidArn", "Invalid Arn: 'Invalid ARN prefix: me'")]
    [InlineData("{" + Machine + ",'publish':true}", "MissingRequiredParameter", "Either the definition, the role ARN, the LoggingConfiguration, the TracingConfiguration, or the EncryptionConfiguration must be specified")]
    [InlineData("{" + Machine + ",'versionDescription':'one'}", "ValidationException", "Version description can only be set when publish is true")]
    [InlineData("{" + Machine + ",'loggingConfiguration':{'level':'ALL','destinations':[]}}", "InvalidLoggingConfiguration", "Invalid Logging Configuration: Must specify exactly one Log Destination.")]
    [InlineData("{'stateMachineArn':'arn:aws:states:us-east-1:1:execution:m:e','roleArn':'arn:x'}", "InvalidArn", "Invalid Arn: 'Resource type not valid in this context: execution'")]
    [InlineData("{" + Machine + ",'roleArn':1}", "SerializationException", "NUMBER_VALUE can not be converted to a String")]
    public Task Refuses_bad_requests(string request, string code, string message) => RefusesAsync("UpdateStateMachine", request, code, message);
}
