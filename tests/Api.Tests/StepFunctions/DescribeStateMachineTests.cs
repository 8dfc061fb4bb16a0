using TaskOrchestration.Api.Tests.Serving;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.Tests.StepFunctions;

public class DescribeStateMachineTests : ApiTest
{
    private const string Request = "{'stateMachineArn':'" + Samples.MachineArn + "'}";

    [Fact]
    public async Task Shows_a_machine()
    {
        await CreateAsync(Samples.Definition);

        Assert.Equal(
            ApiAnswer.Ok($$"""
                {"stateMachineArn":"{{Samples.MachineArn}}","name":"Greeter","status":"ACTIVE","type":"STANDARD","creationDate":1800000000.125,
                 "definition":{{Json.Of(Samples.Definition)}},"roleArn":"{{Samples.Role}}","encryptionConfiguration":{"type":"AWS_OWNED_KEY"},
                 "loggingConfiguration":{"level":"OFF","includeExecutionData":false},"tracingConfiguration":{"enabled":false} }
                """),
            await CallAsync("DescribeStateMachine", Request));
    }

    [Fact]
    public async Task Shows_what_an_update_has_changed_and_its_revision()
    {
        await CreateAsync(Samples.Definition);
        var updated = await Catalog.UpdateAsync(Samples.MachineArn, new StateMachineChange { RoleArn = "arn:aws:iam::123456789012:role/Other" });

        Assert.Equal(
            ApiAnswer.Ok($$"""
                {"stateMachineArn":"{{Samples.MachineArn}}","name":"Greeter","status":"ACTIVE","type":"STANDARD","creationDate":1800000000.125,
                 "definition":"{}","roleArn":"arn:aws:iam::123456789012:role/Other","encryptionConfiguration":{"type":"AWS_OWNED_KEY"},"revisionId":"{{updated.RevisionId}}",
                 "loggingConfiguration":{"level":"OFF","includeExecutionData":false},"tracingConfiguration":{"enabled":false} }
                """),
            await CallAsync("DescribeStateMachine", Request[..^1] + ",'includedData':'METADATA_ONLY'}"));
    }

    [Theory]
    [InlineData("""{"StartAt":"A","States":{"A":{"Type":"Pass","Assign":{"x":1},"Next":"B"},"B":{"Type":"Pass","InputPath":"$x","End":true}}}""", """{"B":["x"]}""")]
    [InlineData("""{"StartAt":"A","States":{"A":{"Type":"Pass","Assign":{"x":1,"y":2},"Next":"B"},"B":{"Type":"Pass","Parameters":{"all.$":"States.Array($y, $x, $x.a)"},"End":true}}}""", """{"B":["x","y"]}""")]
    [InlineData("""{"StartAt":"A","States":{"A":{"Type":"Pass","Assign":{"x":1,"y":2},"Next":"C"},"C":{"Type":"Choice","Choices":[{"And":[{"Variable":"$x","IsNull":true},{"Not":{"Variable":"$.a","StringEqualsPath":"$y"}}],"Next":"D"}]},"D":{"Type":"Succeed"}}}""", """{"C":["x","y"]}""")]
    [InlineData("""{"StartAt":"A","States":{"A":{"Type":"Pass","Assign":{"x":[1]},"Next":"M"},"M":{"Type":"Map","ItemsPath":"$x","ItemProcessor":{"StartAt":"I","States":{"I":{"Type":"Pass","Assign":{"z.$":"$x[0]"},"End":true}}},"End":true}}}""", """{"M":["x"],"I":["x"]}""")]
    [InlineData("""{"StartAt":"A","States":{"A":{"Type":"Pass","Assign":{"x":1},"Next":"T"},"T":{"Type":"Task","Resource":"f","TimeoutSecondsPath":"$x","Catch":[{"ErrorEquals":["E"],"Assign":{"y.$":"$x"},"Next":"W"}],"Next":"W"},"W":{"Type":"Wait","SecondsPath":"$x","Next":"F"},"F":{"Type":"Fail","CausePath":"$x"}}}""", """{"T":["x"],"W":["x"],"F":["x"]}""")]
    [InlineData("""{"QueryLanguage":"JSONata","StartAt":"A","States":{"A":{"Type":"Pass","Assign":{"x":1,"y":2},"Next":"C"},"C":{"Type":"Choice","Choices":[{"Condition":"{% $y.a > $sum([$x, $states.input.n]) %}","Output":["{% $z %}"],"Next":"W"}],"Default":"W","Assign":{"x":"{% ($own := $x; $own) %}"} },"W":{"Type":"Wait","Seconds":"{% $x %}","Next":"T"},"T":{"Type":"Task","Resource":"f","Arguments":{"n":"{% $now() & $y %}"},"Catch":[{"ErrorEquals":["E"],"Output":"{% $x %}","Next":"M"}],"Next":"M"},"M":{"Type":"Map","Items":[1,"{% $x %}"],"ItemProcessor":{"StartAt":"I","States":{"I":{"Type":"Pass","Output":"{% $states.context %}","End":true} } },"End":true} } }""", """{"C":["x","y","z"],"W":["x"],"T":["x","y"],"M":["x"]}""")]
    public async Task Names_the_variables_that_states_read(string definition, string references)
    {
        await CreateAsync(definition);

        var answer = await CallAsync("DescribeStateMachine", Request);

        Assert.Equal(Json.Parse(references), ((JsonObject)answer.Body)["variableReferences"]);
    }

    [Theory]
    [InlineData("{}", "ValidationException", "1 validation error detected: Value null at 'stateMachineArn' failed to satisfy constraint: Member must not be null")]
    [InlineData(Request, "StateMachineDoesNotExist", "State Machine Does Not Exist: '" + Samples.MachineArn + "'")]
    [InlineData("{'stateMachineArn':'" + Samples.MachineArn + ":2'}", "StateMachineDoesNotExist", "State Machine Does Not Exist: '" + Samples.MachineArn + ":2'")]
    [InlineData("{'stateMachineArn':'m'}", "InvalidArn", "Invalid Arn: 'Invalid ARN prefix: m'")]
    [InlineData("{'stateMachineArn':['m']}", "SerializationException", "Start of list found where not expected")]
    [InlineData("{'stateMachineArn':'m','includedData':'all'}", "ValidationException", "1 validation error detected: Value 'all' at 'includedData' failed to satisfy constraint: Member must satisfy enum value set: [ALL_DATA, METADATA_ONLY]")]
    public Task Refuses_bad_requests(string request, string code, string message) => RefusesAsync("DescribeStateMachine", request, code, message);

    private ValueTask<StateMachineRecord> CreateAsync(string definition) =>
        Catalog.CreateAsync(new StateMachineDraft { Name = "Greeter", Definition = definition, RoleArn = Samples.Role });
}
