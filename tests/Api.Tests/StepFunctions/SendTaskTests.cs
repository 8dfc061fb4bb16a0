using TaskOrchestration.Api.Tests.Serving;
using TaskOrchestration.Orchestrations.Executions;

namespace TaskOrchestration.Api.Tests.StepFunctions;

public class SendTaskTests : ApiTest
{
    /// <summary>A text that could be a task token: only the engine knows whether it is one.</summary>
    private const string Token = "dG9rZW4tb2YtYS10YXNrLXRoYXQtd2FpdHM";

    [Theory]
    [InlineData("SendTaskSuccess", "{'taskToken':'" + Token + "','output':'[1, 2.50]'}", Token + " yields [1,2.50]")]
    [InlineData("SendTaskFailure", "{'taskToken':'t'}", "t fails with null, null")]
    [InlineData("SendTaskFailure", "{'taskToken':'t','error':'E','cause':'C'}", "t fails with E, C")]
    [InlineData("SendTaskHeartbeat", "{'taskToken':'t'}", "t lives")]
    public async Task Hands_a_callback_on(string action, string request, string call)
    {
        var calls = new List<string>();
        Executions.Callback = calls.Add;

        Assert.Equal(ApiAnswer.Ok("{}"), await CallAsync(action, request));
        Assert.Equal([call], calls);
    }

    [Theory]
    [InlineData("SendTaskSuccess", Refusal.InvalidToken, "InvalidToken", "Invalid Token: 'Invalid token'")]
    [InlineData("SendTaskFailure", Refusal.TaskTimedOut, "TaskTimedOut", "Task Timed Out: 'Provided task does not exist anymore'")]
    [InlineData("SendTaskHeartbeat", Refusal.TaskDoesNotExist, "TaskDoesNotExist", "because")]
    [InlineData("SendTaskSuccess", Refusal.InvalidOutput, "InvalidOutput", "because")]
    public async Task Says_why_it_is_refused(string action, Refusal refusal, string code, string message)
    {
        Executions.Callback = _ => throw new RefusedException(refusal, "because");

        await RefusesAsync(action, $"{{'taskToken':'{Token}','output':'1'}}", code, message);
    }

    [Theory]
    [InlineData("SendTaskSuccess", "{}", "ValidationException", "2 validation errors detected: Value null at 'taskToken' failed to satisfy constraint: Member must not be null; Value null at 'output' failed to satisfy constraint: Member must not be null")]
    [InlineData("SendTaskSuccess", "{'taskToken':'t','output':{}}", "SerializationException", "Start of structure or map found where not expected.")]
    [InlineData("SendTaskSuccess", "{'taskToken':'" + Token + "','output':'no'}", "InvalidOutput", "Invalid Output: 'Unrecognized token 'no': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')'")]
    [InlineData("SendTaskSuccess", "{'taskToken':'t','output':'no'}", "InvalidToken", "Invalid Token: 'Invalid token'")]
    [InlineData("SendTaskFailure", "{'error':'E'}", "ValidationException", "1 validation error detected: Value null at 'taskToken' failed to satisfy constraint: Member must not be null")]
    [InlineData("SendTaskFailure", "{'taskToken':''}", "ValidationException", "1 validation error detected: Value '' at 'taskToken' failed to satisfy constraint: Member must have length greater than or equal to 1")]
    [InlineData("SendTaskHeartbeat", "{'taskToken':5}", "SerializationException", "NUMBER_VALUE can not be converted to a String")]
    public Task Refuses_bad_requests(string action, string request, string code, string message) => RefusesAsync(action, request, code, message);

    [Fact]
    public Task Refuses_a_token_that_is_too_long() => RefusesAsync(
        "SendTaskHeartbeat",
        $"{{'taskToken':'{new string('t', 2_049)}'}}",
        "ValidationException",
        $"1 validation error detected: Value '{new string('t', 2_049)}' at 'taskToken' failed to satisfy constraint: Member must have length less than or equal to 2048");

    [Fact]
    public Task Refuses_an_output_that_is_too_large() => RefusesAsync(
        "SendTaskSuccess",
        $"{{'taskToken':'t','output':'{new string('1', 262_145)}'}}",
        "ValidationException",
        "1 validation error detected: Value at 'output' failed to satisfy constraint: Member must have length less than or equal to 262144");
}
