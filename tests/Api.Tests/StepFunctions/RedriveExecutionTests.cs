using TaskOrchestration.Api.Tests.Serving;
using TaskOrchestration.Orchestrations.Executions;

namespace TaskOrchestration.Api.Tests.StepFunctions;

public class RedriveExecutionTests : ApiTest
{
    [Theory]
    [InlineData("", null)]
    [InlineData(",'clientToken':'once-more'", "once-more")]
    public async Task Answers_when_the_execution_was_redriven(string member, string? token)
    {
        Executions.Redrive = wish => wish == (Samples.ExecutionArn, token) ? FixedTime.Beginning.AddMilliseconds(250) : throw new InvalidOperationException($"{wish}");

        Assert.Equal(
            ApiAnswer.Ok("""{"redriveDate":1800000000.250}"""),
            await CallAsync("RedriveExecution", $"{{'executionArn':'{Samples.ExecutionArn}'{member}}}"));
    }

    [Theory]
    [InlineData(Refusal.ExecutionNotRedrivable, "ExecutionNotRedrivable")]
    [InlineData(Refusal.ExecutionDoesNotExist, "ExecutionDoesNotExist")]
    public Task Says_why_it_was_not(Refusal refusal, string code)
    {
        Executions.Redrive = _ => throw new RefusedException(refusal, "why not");

        return RefusesAsync("RedriveExecution", $"{{'executionArn':'{Samples.ExecutionArn}'}}", code, "why not");
    }

    [Theory]
    [InlineData(
        "{}", "ValidationException",
        "1 validation error detected: Value null at 'executionArn' failed to satisfy constraint: Member must not be null")]
    [InlineData("{'executionArn':'arn:aws:states:us-east-1:123456789012:express:m:n:i'}", "InvalidArn", "Invalid Arn: 'Resource type not valid in this context: express'")]
    [InlineData(
        "{'executionArn':'arn:aws:states:us-east-1:123456789012:execution:m:n','clientToken':'a b'}", "ValidationException",
        "1 validation error detected: Value at 'clientToken' failed to satisfy constraint: Member must satisfy regular expression pattern: [!-~]+")]
    public Task Refuses_a_request_that_is_not_well_formed(string request, string code, string message) =>
        RefusesAsync("RedriveExecution", request, code, message);
}
