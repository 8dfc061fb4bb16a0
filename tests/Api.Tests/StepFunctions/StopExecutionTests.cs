using TaskOrchestration.Api.Tests.Serving;

namespace TaskOrchestration.Api.Tests.StepFunctions;

public class StopExecutionTests : ApiTest
{
    [Fact]
    public async Task Stops_an_execution_and_says_when()
    {
        (string, string?, string?) taken = default;
        Executions.Stop = request =>
        {
            taken = request;
            return FixedTime.Beginning.AddSeconds(1);
        };

        var answer = await CallAsync("StopExecution", $"{{'executionArn':'{Samples.ExecutionArn}','error':'Enough','cause':'It took too long.'}}");

        Assert.Equal(ApiAnswer.Ok("""{"stopDate":1800000001.125}"""), answer);
        Assert.Equal((Samples.ExecutionArn, "Enough", "It took too long."), taken);
    }

    [Theory]
    [InlineData("{}", "ValidationException", "1 validation error detected: Value null at 'executionArn' failed to satisfy constraint: Member must not be null")]
    [InlineData("{'executionArn':1e400}", "SerializationException", "NUMBER_VALUE can not be converted to a String")]
    [InlineData("{'executionArn':'" + Samples.ExpressArn + "'}", "InvalidArn", "Invalid Arn: 'Resource type not valid in this context: express'")]
    [InlineData("{'executionArn':'a','error':[]}", "SerializationException", "Start of list found where not expected")]
    public Task Refuses_bad_requests(string request, string code, string message) => RefusesAsync("StopExecution", request, code, message);

    [Fact]
    public Task Refuses_an_error_and_a_cause_that_are_too_long_without_repeating_them() => RefusesAsync(
        "StopExecution",
        $"{{'executionArn':'{Samples.ExecutionArn}','error':'{new string('e', 257)}','cause':'{new string('c', 32_769)}'}}",
        "ValidationException",
        "2 validation errors detected: Value at 'error' failed to satisfy constraint: Member must have length less than or equal to 256; "
            + "Value at 'cause' failed to satisfy constraint: Member must have length less than or equal to 32768");
}
