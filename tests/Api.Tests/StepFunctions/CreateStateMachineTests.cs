using TaskOrchestration.Api.Tests.Serving;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.Tests.StepFunctions;

public class CreateStateMachineTests : ApiTest
{
    private const string Rest = "'name':'Greeter','roleArn':'" + Samples.Role + "','definition':'{}'";

    [Fact]
    public async Task Creates_a_machine_and_says_when()
    {
        var answer = await Server.CallAsync("CreateStateMachine", Wish());

        Assert.Equal(ApiAnswer.Ok($$"""{"stateMachineArn":"{{Samples.MachineArn}}","creationDate":1800000000.125}"""), answer);
        Assert.Equal(
            new StateMachineRecord
            {
                Arn = Samples.MachineArn,
                Name = "Greeter",
                Type = StateMachineType.Standard,
                Definition = Samples.Definition,
                RoleArn = Samples.Role,
                CreationDate = FixedTime.Beginning,
                UpdateDate = FixedTime.Beginning,
                Revision = 1,
                LoggingConfiguration = Json.Parse("""{"level":"OFF","includeExecutionData":false}"""),
                TracingConfiguration = Json.Parse("""{"enabled":false}"""),
                EncryptionConfiguration = Json.Parse("""{"type":"AWS_OWNED_KEY"}"""),
            },
            await Catalog.DescribeAsync(Samples.MachineArn));
    }

    [Fact]
    public async Task Keeps_type_and_configurations()
    {
        await Server.CallAsync("CreateStateMachine", Wish("""
            {"type":"EXPRESS","tracingConfiguration":{"enabled":true},"encryptionConfiguration":{"type":"AWS_OWNED_KEY"},"tags":[{"key":"team","value":"greetings"}],
             "loggingConfiguration":{"level":"ALL","destinations":[{"cloudWatchLogsLogGroup":{"logGroupArn":"arn:aws:logs:us-east-1:123456789012:log-group:g:*"}}]},
             "publish":false}
            """));

        var kept = await Catalog.DescribeAsync(Samples.MachineArn);
        Assert.Equal(
            (StateMachineType.Express,
                Json.Parse("""{"level":"ALL","includeExecutionData":false,"destinations":[{"cloudWatchLogsLogGroup":{"logGroupArn":"arn:aws:logs:us-east-1:123456789012:log-group:g:*"}}]}"""),
                Json.Parse("""{"enabled":true}""")),
            (kept.Type, kept.LoggingConfiguration, kept.TracingConfiguration));
    }

    [Fact]
    public async Task Publishes_the_first_version_and_does_so_once()
    {
        const string Publish = """{"publish":true,"versionDescription":"first"}""";
        var first = await Server.CallAsync("CreateStateMachine", Wish(Publish));

        Assert.Equal(ApiAnswer.Ok($$"""{"stateMachineArn":"{{Samples.MachineArn}}","creationDate":1800000000.125,"stateMachineVersionArn":"{{Samples.MachineArn}}:1"}"""), first);
        Assert.Equal(first, await Server.CallAsync("CreateStateMachine", Wish(Publish)));
        Assert.Equal(
            ApiAnswer.Error("StateMachineAlreadyExists", $"State Machine Already Exists: '{Samples.MachineArn}'"),
            await Server.CallAsync("CreateStateMachine", Wish("""{"publish":true,"versionDescription":"other"}""")));
        Assert.Single((await Catalog.Versions.ListAsync(Samples.MachineArn, 9, cursor: null)).Items);
    }

    [Fact]
    public async Task Finishes_what_was_killed_between_the_machine_and_its_version_and_tags()
    {
        await Server.CallAsync("CreateStateMachine", Wish());

        var answer = await Server.CallAsync("CreateStateMachine", Wish("""{"publish":true,"tags":[{"key":"team","value":"greetings"}]}"""));

        Assert.Equal(Json.Of(Samples.MachineArn + ":1"), ((JsonObject)answer.Body)["stateMachineVersionArn"]);
        Assert.Equal([new ResourceTag("team", "greetings")], await Catalog.Tags.ListAsync(Samples.MachineArn, FixedTime.Beginning));
    }

    [Fact]
    public async Task Keeps_the_key_of_a_customer_with_what_AWS_takes_for_granted()
    {
        const string Key = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";

        await Server.CallAsync("CreateStateMachine", Wish($$"""{"encryptionConfiguration":{"type":"CUSTOMER_MANAGED_KMS_KEY","kmsKeyId":"{{Key}}"} }"""));

        Assert.Equal(
            Json.Parse($$"""{"type":"CUSTOMER_MANAGED_KMS_KEY","kmsKeyId":"{{Key}}","kmsDataKeyReusePeriodSeconds":300}"""),
            (await Catalog.DescribeAsync(Samples.MachineArn)).EncryptionConfiguration);
    }

    [Fact]
    public async Task Gives_the_same_answer_to_the_same_wish()
    {
        var first = await Server.CallAsync("CreateStateMachine", Wish());
        Time.Now += TimeSpan.FromMinutes(1);

        Assert.Equal(first, await Server.CallAsync("CreateStateMachine", Wish("""{"loggingConfiguration":{"level":"OFF"}}""")));
    }

    [Fact]
    public async Task Takes_the_same_wish_with_another_role_for_the_same_and_leaves_the_role()
    {
        var first = await Server.CallAsync("CreateStateMachine", Wish());

        Assert.Equal(first, await Server.CallAsync("CreateStateMachine", Wish("""{"roleArn":"arn:aws:iam::123456789012:role/Other"}""")));
        Assert.Equal(Samples.Role, (await Catalog.DescribeAsync(Samples.MachineArn)).RoleArn);
    }

    [Fact]
    public async Task Minds_the_type_of_the_machine()
    {
        const string Waiting = """{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke.waitForTaskToken","Parameters":{"FunctionName":"f"},"End":true}}}""";

        Assert.Equal(
            ApiAnswer.Error(
                "InvalidDefinition",
                "Invalid State Machine Definition: 'SCHEMA_VALIDATION_FAILED: Express state machine does not support '.waitForTaskToken' service integration  at /States/A/Resource'"),
            await Server.CallAsync("CreateStateMachine", Wish("""{"type":"EXPRESS"}""").With("definition", Json.Of(Waiting))));
    }

    [Theory]
    [InlineData("""{"definition":"{\"StartAt\":\"Greet\", \"States\":{\"Greet\":{\"Type\":\"Pass\",\"Result\":\"hello\",\"End\":true}}}"}""")]
    [InlineData("""{"type":"EXPRESS"}""")]
    [InlineData("""{"tracingConfiguration":{"enabled":true}}""")]
    public async Task Refuses_another_wish_under_the_same_name(string difference)
    {
        await Server.CallAsync("CreateStateMachine", Wish());

        Assert.Equal(
            ApiAnswer.Error("StateMachineAlreadyExists", $"State Machine Already Exists: '{Samples.MachineArn}'"),
            await Server.CallAsync("CreateStateMachine", Wish(difference)));
    }

    [Fact]
    public Task Says_what_is_wrong_with_the_definition() => RefusesAsync(
        "CreateStateMachine",
        "{'name':'Greeter','roleArn':'" + Samples.Role + """','definition':'{\"StartAt\":\"A\"}'}""",
        "InvalidDefinition",
        "Invalid State Machine Definition: 'SCHEMA_VALIDATION_FAILED: These fields are required: [States] at /'");

    [Theory]
    [InlineData("{}", "ValidationException", "3 validation errors detected: Value null at 'name' failed to satisfy constraint: Member must not be null; Value null at 'definition' failed to satisfy constraint: Member must not be null; Value null at 'roleArn' failed to satisfy constraint: Member must not be null")]
    [InlineData("{'name':'','definition':'','roleArn':''}", "ValidationException", "3 validation errors detected: Value '' at 'name' failed to satisfy constraint: Member must have length greater than or equal to 1; Value at 'definition' failed to satisfy constraint: Member must have length greater than or equal to 1; Value '' at 'roleArn' failed to satisfy constraint: Member must have length greater than or equal to 1")]
    [InlineData("{'name':'a b','definition':'{}','roleArn':'arn:aws:iam::1:role/r'}", "InvalidName", "Invalid Name: 'a b'")]
    [InlineData("{'name':'a<b','definition':'{}','roleArn':'arn:aws:iam::1:role/r'}", "InvalidName", "Invalid Name: 'a<b'")]
    [InlineData("{'name':'m\\u0007','definition':'{}','roleArn':'arn:aws:iam::1:role/r'}", "InvalidName", "Invalid Name: 'm\u0007'")]
    [InlineData("{'name':'m','definition':'{}','roleArn':'me'}", "InvalidArn", "Invalid Arn: 'Invalid ARN prefix: me'")]
    [InlineData("{'name':'m','definition':{},'roleArn':'arn:aws:iam::1:role/r'}", "SerializationException", "Start of structure or map found where not expected.")]
    [InlineData("{" + Rest + ",'type':'standard'}", "ValidationException", "1 validation error detected: Value 'standard' at 'type' failed to satisfy constraint: Member must satisfy enum value set: [STANDARD, EXPRESS]")]
    [InlineData("{" + Rest + ",'versionDescription':'one'}", "ValidationException", "Version description can only be set when publish is true")]
    [InlineData("{" + Rest + ",'publish':'true'}", "SerializationException", "STRING_VALUE can not be converted to a Boolean")]
    [InlineData("{" + Rest + ",'loggingConfiguration':{'level':'FATAL'}}", "InvalidLoggingConfiguration", "Invalid Logging Configuration: Must specify exactly one Log Destination.")]
    [InlineData("{" + Rest + ",'loggingConfiguration':{'level':'SOME'}}", "ValidationException", "1 validation error detected: Value 'SOME' at 'loggingConfiguration.level' failed to satisfy constraint: Member must satisfy enum value set: [ALL, ERROR, FATAL, OFF]")]
    [InlineData("{" + Rest + ",'loggingConfiguration':{'destinations':[{'cloudWatchLogsLogGroup':{'logGroupArn':''}}]}}", "ValidationException", "1 validation error detected: Value '' at 'loggingConfiguration.destinations.1.member.cloudWatchLogsLogGroup.logGroupArn' failed to satisfy constraint: Member must have length greater than or equal to 1")]
    [InlineData("{" + Rest + ",'loggingConfiguration':{'destinations':{}}}", "SerializationException", "Start of structure or map found where not expected.")]
    [InlineData("{" + Rest + ",'loggingConfiguration':[]}", "SerializationException", "Start of list found where not expected")]
    [InlineData("{" + Rest + ",'tracingConfiguration':{'enabled':0}}", "SerializationException", "NUMBER_VALUE can not be converted to a Boolean")]
    [InlineData("{" + Rest + ",'encryptionConfiguration':{}}", "ValidationException", "1 validation error detected: Value null at 'encryptionConfiguration.type' failed to satisfy constraint: Member must not be null")]
    [InlineData("{" + Rest + ",'encryptionConfiguration':{'type':'CUSTOMER_MANAGED_KMS_KEY'}}", "InvalidEncryptionConfiguration", "Invalid Encryption Configuration: kmsKeyId must be set when type is CUSTOMER_MANAGED_KMS_KEY")]
    [InlineData("{" + Rest + ",'encryptionConfiguration':{'type':'CUSTOMER_MANAGED_KMS_KEY','kmsKeyId':'a key'}}", "InvalidEncryptionConfiguration", "Invalid Encryption Configuration: kmsKeyId must be the ID, the ARN or an alias of a key. Received: 'a key'")]
    [InlineData("{" + Rest + ",'encryptionConfiguration':{'type':'AWS_OWNED_KEY','kmsKeyId':'alias/k'}}", "InvalidEncryptionConfiguration", "Invalid Encryption Configuration: kmsKeyId and kmsDataKeyReusePeriodSeconds can only be set when type is CUSTOMER_MANAGED_KMS_KEY")]
    [InlineData("{" + Rest + ",'encryptionConfiguration':{'type':'CUSTOMER_MANAGED_KMS_KEY','kmsKeyId':'alias/k','kmsDataKeyReusePeriodSeconds':59}}", "ValidationException", "1 validation error detected: Value '59' at 'encryptionConfiguration.kmsDataKeyReusePeriodSeconds' failed to satisfy constraint: Member must have value greater than or equal to 60")]
    [InlineData("{" + Rest + ",'tags':[{'key':'a#b','value':'v'}]}", "ValidationException", "A tag key may only have Unicode letters, digits, white space, or these symbols: _ . : / = + - @. Received: 'a#b'")]
    [InlineData("{" + Rest + ",'tags':[{'key':'AWS:b','value':'v'}]}", "ValidationException", "Tag keys that begin with 'aws:' are reserved. Received: 'AWS:b'")]
    [InlineData("{" + Rest + ",'tags':[{'key':'','value':'v'}]}", "ValidationException", "1 validation error detected: Value '' at 'tags.1.member.key' failed to satisfy constraint: Member must have length greater than or equal to 1")]
    [InlineData("{" + Rest + ",'tags':['t']}", "SerializationException", "STRING_VALUE can not be converted to a structure")]
    public Task Refuses_bad_requests(string request, string code, string message) => RefusesAsync("CreateStateMachine", request, code, message);

    [Fact]
    public async Task Refuses_more_than_50_tags()
    {
        var tags = string.Join(',', Enumerable.Range(0, 51).Select(i => $"{{'key':'k{i}'}}"));

        Assert.Equal(
            ApiAnswer.Error("TooManyTags", "Too many tags have been added to the resource: 'Greeter'", ("resourceName", "Greeter")),
            await CallAsync("CreateStateMachine", $"{{{Rest},'tags':[{tags}]}}"));
    }

    private static JsonObject Wish(string? members = null)
    {
        var wish = JsonObject.Of(("name", Json.Of("Greeter")), ("definition", Json.Of(Samples.Definition)), ("roleArn", Json.Of(Samples.Role)));
        return members is null ? wish : ((JsonObject)Json.Parse(members)).Aggregate(wish, (all, member) => all.With(member.Key, member.Value));
    }
}
