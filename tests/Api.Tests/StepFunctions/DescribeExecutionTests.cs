using TaskOrchestration.Api.Tests.Serving;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Api.Tests.StepFunctions;

public class DescribeExecutionTests : ApiTest
{
    private const string Request = $$"""{"executionArn":"{{Samples.ExecutionArn}}"}""";

    [Fact]
    public async Task Shows_a_running_execution()
    {
        Executions.Describe = _ => Samples.Description(ExecutionStatus.Running) with { RedriveStatusReason = "Execution is RUNNING and cannot be redriven" };

        Assert.Equal(
            ApiAnswer.Ok($$"""
                {"executionArn":"{{Samples.ExecutionArn}}","stateMachineArn":"{{Samples.MachineArn}}","name":"first","status":"RUNNING",
                 "startDate":1800000000.125,"input":"{\"who\":\"Ada\"}","inputDetails":{"included":true},
                 "redriveCount":0,"redriveStatus":"NOT_REDRIVABLE","redriveStatusReason":"Execution is RUNNING and cannot be redriven"}
                """),
            await CallAsync("DescribeExecution", Request));
    }

    [Fact]
    public async Task Shows_the_output_of_one_that_has_succeeded()
    {
        Executions.Describe = _ => Samples.Description(ExecutionStatus.Succeeded) with { RedriveStatusReason = "Execution is SUCCEEDED and cannot be redriven" };

        Assert.Equal(
            ApiAnswer.Ok($$"""
                {"executionArn":"{{Samples.ExecutionArn}}","stateMachineArn":"{{Samples.MachineArn}}","name":"first","status":"SUCCEEDED",
                 "startDate":1800000000.125,"stopDate":1800000001.200,"input":"{\"who\":\"Ada\"}","inputDetails":{"included":true},
                 "output":"\"hello\"","outputDetails":{"included":true},
                 "redriveCount":0,"redriveStatus":"NOT_REDRIVABLE","redriveStatusReason":"Execution is SUCCEEDED and cannot be redriven"}
                """),
            await CallAsync("DescribeExecution", Request));
    }

    [Theory]
    [InlineData(ExecutionStatus.Failed, "FAILED")]
    [InlineData(ExecutionStatus.TimedOut, "TIMED_OUT")]
    [InlineData(ExecutionStatus.Aborted, "ABORTED")]
    public async Task Shows_why_one_ended_without_a_result(ExecutionStatus status, string name)
    {
        Executions.Describe = _ => Samples.Description(status, new Failure("Refused", Cause: null)) with { RedriveStatus = RedriveStatus.Redrivable };

        Assert.Equal(
            ApiAnswer.Ok($$"""
                {"executionArn":"{{Samples.ExecutionArn}}","stateMachineArn":"{{Samples.MachineArn}}","name":"first","status":"{{name}}",
                 "startDate":1800000000.125,"stopDate":1800000001.200,"input":"{\"who\":\"Ada\"}","inputDetails":{"included":true},
                 "error":"Refused","redriveCount":0,"redriveStatus":"REDRIVABLE"}
                """),
            await CallAsync("DescribeExecution", Request));
    }

    [Fact]
    public async Task Shows_how_often_and_when_one_was_redriven()
    {
        var description = Samples.Description(ExecutionStatus.Aborted);
        Executions.Describe = _ => description with
        {
            Summary = description.Summary with { RedriveCount = 2, RedriveDate = FixedTime.Beginning.AddDays(1) },
            RedriveStatus = RedriveStatus.RedrivableByMapRun,
        };

        Assert.Equal(
            ApiAnswer.Ok($$"""
                {"executionArn":"{{Samples.ExecutionArn}}","stateMachineArn":"{{Samples.MachineArn}}","name":"first","status":"ABORTED",
                 "startDate":1800000000.125,"stopDate":1800000001.200,"inputDetails":{"included":false},
                 "redriveCount":2,"redriveDate":1800086400.000,"redriveStatus":"REDRIVABLE_BY_MAP_RUN"}
                """),
            await CallAsync("DescribeExecution", Request[..^1] + ",'includedData':'METADATA_ONLY'}"));
    }

    [Fact]
    public async Task Says_that_there_is_no_such_execution()
    {
        Executions.Describe = arn => throw new RefusedException(Refusal.ExecutionDoesNotExist, $"Execution Does Not Exist: '{arn}'");

        await RefusesAsync("DescribeExecution", Request, "ExecutionDoesNotExist", $"Execution Does Not Exist: '{Samples.ExecutionArn}'");
    }

    [Theory]
    [InlineData("{}", "ValidationException", "1 validation error detected: Value null at 'executionArn' failed to satisfy constraint: Member must not be null")]
    [InlineData("{'executionArn':''}", "ValidationException", "1 validation error detected: Value '' at 'executionArn' failed to satisfy constraint: Member must have length greater than or equal to 1")]
    [InlineData("{'executionArn':false}", "SerializationException", "FALSE_VALUE can not be converted to a String")]
    [InlineData("{'executionArn':'invalid_state_machine_arn'}", "InvalidArn", "Invalid Arn: 'Invalid ARN prefix: invalid_state_machine_arn'")]
    [InlineData("{'executionArn':'arn:aws:states:us-east-1:1:stateMachine:m'}", "InvalidArn", "Invalid Arn: 'Resource type not valid in this context: stateMachine'")]
    [InlineData("{'executionArn':'" + Samples.ExpressArn + "'}", "InvalidArn", "Invalid Arn: 'Resource type not valid in this context: express'")]
    [InlineData("{'executionArn':'arn:aws:states:us-east-1:1:execution:m'}", "InvalidArn", "Invalid Arn: 'Wrong number of parts: arn:aws:states:us-east-1:1:execution:m'")]
    [InlineData("{'executionArn':'a','includedData':''}", "ValidationException", "1 validation error detected: Value '' at 'includedData' failed to satisfy constraint: Member must satisfy enum value set: [ALL_DATA, METADATA_ONLY]")]
    public Task Refuses_bad_requests(string request, string code, string message) => RefusesAsync("DescribeExecution", request, code, message);
}
