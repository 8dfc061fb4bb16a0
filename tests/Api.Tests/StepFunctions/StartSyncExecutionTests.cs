using System.Net.Http.Headers;
using TaskOrchestration.Api.Tests.Serving;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Api.Tests.StepFunctions;

public class StartSyncExecutionTests : ApiTest
{
    private const string Request = "{'stateMachineArn':'arn:aws:states:us-east-1:123456789012:stateMachine:Greeter'}";

    [Fact]
    public async Task Answers_with_the_outcome_of_the_execution()
    {
        Executions.StartSync = _ => Express(ExecutionStatus.Succeeded);

        Assert.Equal(
            ApiAnswer.Ok($$"""
                {"executionArn":"{{Samples.ExpressArn}}","stateMachineArn":"{{Samples.MachineArn}}","name":"first","status":"SUCCEEDED",
                 "startDate":1800000000.125,"stopDate":1800000001.200,"input":"{\"who\":\"Ada\"}","inputDetails":{"included":true},
                 "output":"\"hello\"","outputDetails":{"included":true},
                 "billingDetails":{"billedMemoryUsedInMB":64,"billedDurationInMilliseconds":1100} }
                """),
            await CallAsync("StartSyncExecution", Request));
    }

    [Fact]
    public async Task Answers_a_failure_with_success_of_the_call()
    {
        Executions.StartSync = _ => Express(ExecutionStatus.Failed, new Failure("Refused", "No greeting today."));

        Assert.Equal(
            ApiAnswer.Ok($$"""
                {"executionArn":"{{Samples.ExpressArn}}","stateMachineArn":"{{Samples.MachineArn}}","name":"first","status":"FAILED",
                 "startDate":1800000000.125,"stopDate":1800000001.200,"input":"{\"who\":\"Ada\"}","inputDetails":{"included":true},
                 "outputDetails":{"included":true},"error":"Refused","cause":"No greeting today.",
                 "billingDetails":{"billedMemoryUsedInMB":64,"billedDurationInMilliseconds":1100} }
                """),
            await CallAsync("StartSyncExecution", Request));
    }

    [Fact]
    public async Task Leaves_the_data_out_when_only_the_rest_is_asked_for()
    {
        Executions.StartSync = _ => Express(ExecutionStatus.Succeeded);

        Assert.Equal(
            ApiAnswer.Ok($$"""
                {"executionArn":"{{Samples.ExpressArn}}","stateMachineArn":"{{Samples.MachineArn}}","name":"first","status":"SUCCEEDED",
                 "startDate":1800000000.125,"stopDate":1800000001.200,"inputDetails":{"included":false},"outputDetails":{"included":false},"traceHeader":"Root=1",
                 "billingDetails":{"billedMemoryUsedInMB":64,"billedDurationInMilliseconds":1100} }
                """),
            await CallAsync("StartSyncExecution", Request[..^1] + ",'includedData':'METADATA_ONLY','traceHeader':'Root=1'}"));
    }

    [Fact]
    public async Task Answers_under_the_host_name_that_SDKs_make_up_for_it()
    {
        Executions.StartSync = _ => Express(ExecutionStatus.Succeeded);
        using var content = new StringContent(Samples.Quoted(Request), new MediaTypeHeaderValue("application/x-amz-json-1.0"));

        var answer = await Server.SendAsync("AWSStepFunctions.StartSyncExecution", content, host: "sync-localhost");

        Assert.Equal(System.Net.HttpStatusCode.OK, answer.Status);
    }

    [Fact]
    public async Task Refuses_a_STANDARD_machine()
    {
        Executions.StartSync = _ => throw new RefusedException(Refusal.StateMachineTypeNotSupported, "STANDARD");

        await RefusesAsync("StartSyncExecution", Request, "StateMachineTypeNotSupported", "This operation is not supported by this type of state machine");
    }

    [Theory]
    [InlineData("{}", "ValidationException", "1 validation error detected: Value null at 'stateMachineArn' failed to satisfy constraint: Member must not be null")]
    [InlineData("{'stateMachineArn':'a','includedData':'SOME'}", "ValidationException", "1 validation error detected: Value 'SOME' at 'includedData' failed to satisfy constraint: Member must satisfy enum value set: [ALL_DATA, METADATA_ONLY]")]
    [InlineData("{'stateMachineArn':'a'}", "InvalidArn", "Invalid Arn: 'Invalid ARN prefix: a'")]
    [InlineData("{'stateMachineArn':'arn:aws:states:us-east-1:1:stateMachine:m','input':'tru'}", "InvalidExecutionInput", "Invalid State Machine Execution Input: 'Unrecognized token 'tru': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')'")]
    [InlineData("{'stateMachineArn':'arn:aws:states:us-east-1:1:stateMachine:m','name':'*'}", "InvalidName", "Invalid Name: '*'")]
    public Task Refuses_bad_requests(string request, string code, string message) => RefusesAsync("StartSyncExecution", request, code, message);

    private static ExecutionDescription Express(ExecutionStatus status, Failure? failure = null)
    {
        var description = Samples.Description(status, failure);
        return description with { Summary = description.Summary with { ExecutionArn = Samples.ExpressArn } };
    }
}
