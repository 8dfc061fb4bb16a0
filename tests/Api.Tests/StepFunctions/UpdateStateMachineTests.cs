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

    [Theory]
    [InlineData("{'definition':''}", "ValidationException", "2 validation errors detected: Value null at 'stateMachineArn' failed to satisfy constraint: Member must not be null; Value at 'definition' failed to satisfy constraint: Member must have length greater than or equal to 1")]
    [InlineData("{" + Machine + "}", "MissingRequiredParameter", "Either the definition, the role ARN, the LoggingConfiguration, the TracingConfiguration, or the EncryptionConfiguration must be specified")]
    [InlineData("{" + Machine + ",'roleArn':'me'}", "InvalidArn", "Invalid Arn: 'Invalid ARN prefix: me'")]
    [InlineData("{" + Machine + ",'publish':true}", "UnsupportedOperation", "UpdateStateMachine with publish is an action of AWS Step Functions that this server does not have yet.")]
    [InlineData("{" + Machine + ",'loggingConfiguration':{'level':'ALL','destinations':[]}}", "InvalidLoggingConfiguration", "Invalid Logging Configuration: Must specify exactly one Log Destination.")]
    [InlineData("{'stateMachineArn':'arn:aws:states:us-east-1:1:execution:m:e','roleArn':'arn:x'}", "InvalidArn", "Invalid Arn: 'Resource type not valid in this context: execution'")]
    [InlineData("{" + Machine + ",'roleArn':1}", "SerializationException", "NUMBER_VALUE can not be converted to a String")]
    public Task Refuses_bad_requests(string request, string code, string message) => RefusesAsync("UpdateStateMachine", request, code, message);
}
