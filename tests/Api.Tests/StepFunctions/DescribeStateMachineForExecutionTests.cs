using TaskOrchestration.Api.Tests.Serving;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.Tests.StepFunctions;

public class DescribeStateMachineForExecutionTests : ApiTest
{
    private const string Request = "{'executionArn':'" + Samples.ExecutionArn + "'}";

    [Fact]
    public async Task Shows_the_machine_as_it_was_when_the_execution_began()
    {
        Executions.DescribeStateMachine = _ => Samples.Machine;

        Assert.Equal(
            ApiAnswer.Ok($$"""
                {"stateMachineArn":"{{Samples.MachineArn}}","name":"Greeter","definition":{{Json.Of(Samples.Definition)}},"roleArn":"{{Samples.Role}}",
                 "updateDate":1800000005.125,"encryptionConfiguration":{"type":"AWS_OWNED_KEY"},
                 "loggingConfiguration":{"level":"OFF","includeExecutionData":false},"tracingConfiguration":{"enabled":false} }
                """),
            await CallAsync("DescribeStateMachineForExecution", Request));
    }

    [Fact]
    public async Task Says_that_there_is_no_such_execution()
    {
        Executions.DescribeStateMachine = arn => throw new RefusedException(Refusal.ExecutionDoesNotExist, $"Execution Does Not Exist: '{arn}'");

        await RefusesAsync("DescribeStateMachineForExecution", Request, "ExecutionDoesNotExist", $"Execution Does Not Exist: '{Samples.ExecutionArn}'");
    }

    [Theory]
    [InlineData("{}", "ValidationException", "1 validation error detected: Value null at 'executionArn' failed to satisfy constraint: Member must not be null")]
    [InlineData("{'executionArn':{}}", "SerializationException", "Start of structure or map found where not expected.")]
    [InlineData("{'executionArn':'" + Samples.MachineArn + "'}", "InvalidArn", "Invalid Arn: 'Resource type not valid in this context: stateMachine'")]
    public Task Refuses_bad_requests(string request, string code, string message) => RefusesAsync("DescribeStateMachineForExecution", request, code, message);
}
