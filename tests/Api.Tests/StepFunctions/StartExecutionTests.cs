using TaskOrchestration.Api.Tests.Serving;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.Tests.StepFunctions;

public class StartExecutionTests : ApiTest
{
    private const string Machine = "'stateMachineArn':'arn:aws:states:us-east-1:123456789012:stateMachine:Greeter'";

    [Fact]
    public async Task Starts_an_execution_and_says_when()
    {
        StartRequest? taken = null;
        Executions.Start = request =>
        {
            taken = request;
            return new StartedExecution(Samples.ExecutionArn, FixedTime.Beginning);
        };

        var answer = await CallAsync("StartExecution", $$"""{{{Machine}},'name':'first','input':'{\'who\' : \'Ada\'}','traceHeader':'Root=1'}""".Replace(@"\'", "\\\""));

        Assert.Equal(ApiAnswer.Ok($$"""{"executionArn":"{{Samples.ExecutionArn}}","startDate":1800000000.125}"""), answer);
        Assert.Equal(new StartRequest { StateMachineArn = Samples.MachineArn, Name = "first", Input = Json.Parse("""{"who":"Ada"}""") }, taken);
    }

    [Fact]
    public async Task Takes_no_input_as_an_empty_object_and_leaves_the_name_open()
    {
        StartRequest? taken = null;
        Executions.Start = request =>
        {
            taken = request;
            return new StartedExecution(Samples.ExecutionArn, FixedTime.Beginning);
        };

        await CallAsync("StartExecution", $$"""{{{Machine}},'name':null,'unknown':1}""");

        Assert.Equal(new StartRequest { StateMachineArn = Samples.MachineArn }, taken);
    }

    [Theory]
    [InlineData("'text'")]
    [InlineData("12.50")]
    [InlineData("null")]
    [InlineData("[1, 2]")]
    public async Task Takes_any_JSON_value_as_input(string input)
    {
        Json? taken = null;
        Executions.Start = request =>
        {
            taken = request.Input;
            return new StartedExecution(Samples.ExecutionArn, FixedTime.Beginning);
        };

        await Server.CallAsync("StartExecution", JsonObject.Of(("stateMachineArn", Json.Of(Samples.MachineArn)), ("input", Json.Of(Samples.Quoted(input)))));

        Assert.Equal(Json.Parse(Samples.Quoted(input)), taken);
    }

    [Theory]
    [InlineData(Refusal.StateMachineDoesNotExist, "StateMachineDoesNotExist")]
    [InlineData(Refusal.StateMachineDeleting, "StateMachineDeleting")]
    [InlineData(Refusal.ExecutionAlreadyExists, "ExecutionAlreadyExists")]
    [InlineData(Refusal.InvalidExecutionInput, "InvalidExecutionInput")]
    public async Task Says_why_it_is_refused(Refusal refusal, string code)
    {
        Executions.Start = _ => throw new RefusedException(refusal, "because");

        Assert.Equal(ApiAnswer.Error(code, "because"), await CallAsync("StartExecution", $"{{{Machine}}}"));
    }

    [Fact]
    public async Task Is_unavailable_while_the_engine_shuts_down()
    {
        Executions.Start = _ => throw new RefusedException(Refusal.Unavailable, "The engine is shutting down.");

        var answer = await CallAsync("StartExecution", $"{{{Machine}}}");

        Assert.Equal(ApiAnswer.Error("ServiceUnavailable", "The engine is shutting down.", System.Net.HttpStatusCode.ServiceUnavailable), answer);
    }

    [Theory]
    [InlineData("{}", "ValidationException", "1 validation error detected: Value null at 'stateMachineArn' failed to satisfy constraint: Member must not be null")]
    [InlineData("{'stateMachineArn':null,'name':''}", "ValidationException", "2 validation errors detected: Value null at 'stateMachineArn' failed to satisfy constraint: Member must not be null; Value '' at 'name' failed to satisfy constraint: Member must have length greater than or equal to 1")]
    [InlineData("{'stateMachineArn':7}", "SerializationException", "NUMBER_VALUE can not be converted to a String")]
    [InlineData("{'stateMachineArn':{}}", "SerializationException", "Start of structure or map found where not expected.")]
    [InlineData("{'stateMachineArn':[]}", "SerializationException", "Start of list found where not expected")]
    [InlineData("{'stateMachineArn':true}", "SerializationException", "TRUE_VALUE can not be converted to a String")]
    [InlineData("{'stateMachineArn':'x'}", "InvalidArn", "Invalid Arn: 'Invalid ARN prefix: x'")]
    [InlineData("{'stateMachineArn':'arn:aws:lambda:us-east-1:1:function:f'}", "InvalidArn", "Invalid Arn: 'Invalid ARN prefix: arn:aws:lambda:us-east-1:1:function:f'")]
    [InlineData("{'stateMachineArn':'arn:aws:states:us-east-1:1:stateMachine'}", "InvalidArn", "Invalid Arn: 'Wrong number of parts: arn:aws:states:us-east-1:1:stateMachine'")]
    [InlineData("{'stateMachineArn':'arn:aws:states:us-east-1:1:activity:a'}", "InvalidArn", "Invalid Arn: 'Resource type not valid in this context: activity'")]
    [InlineData("{" + Machine + ",'name':'a b'}", "InvalidName", "Invalid Name: 'a b'")]
    [InlineData("{" + Machine + ",'name':'a/b'}", "InvalidName", "Invalid Name: 'a/b'")]
    [InlineData("{" + Machine + ",'input':''}", "InvalidExecutionInput", "Invalid State Machine Execution Input: 'Invalid execution input.'")]
    [InlineData("{" + Machine + ",'input':'not some json'}", "InvalidExecutionInput", "Invalid State Machine Execution Input: 'Unrecognized token 'not': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')'")]
    [InlineData("{" + Machine + ",'input':'{a:1}'}", "InvalidExecutionInput", "Invalid State Machine Execution Input: 'Unexpected character ('a' (code 97)): was expecting double-quote to start field name'")]
    public Task Refuses_bad_requests(string request, string code, string message) => RefusesAsync("StartExecution", request, code, message);

    [Fact]
    public Task Refuses_a_name_of_more_than_80_characters() => RefusesAsync(
        "StartExecution",
        $"{{{Machine},'name':'{new string('n', 81)}'}}",
        "ValidationException",
        $"1 validation error detected: Value '{new string('n', 81)}' at 'name' failed to satisfy constraint: Member must have length less than or equal to 80");

    [Fact]
    public Task Refuses_an_ARN_of_more_than_256_characters() => RefusesAsync(
        "StartExecution",
        $"{{'stateMachineArn':'{new string('a', 257)}'}}",
        "ValidationException",
        $"1 validation error detected: Value '{new string('a', 257)}' at 'stateMachineArn' failed to satisfy constraint: Member must have length less than or equal to 256");

    [Fact]
    public Task Refuses_too_much_input_without_repeating_it() => RefusesAsync(
        "StartExecution",
        $"{{{Machine},'input':'{new string('1', 262_145)}'}}",
        "ValidationException",
        "1 validation error detected: Value at 'input' failed to satisfy constraint: Member must have length less than or equal to 262144");

    [Fact]
    public Task Measures_input_in_bytes() => RefusesAsync(
        "StartExecution",
        $"{{{Machine},'input':'\\\"{new string('é', 200_000)}\\\"'}}",
        "InvalidExecutionInput",
        "Invalid State Machine Execution Input: 'Invalid execution input.'");
}
