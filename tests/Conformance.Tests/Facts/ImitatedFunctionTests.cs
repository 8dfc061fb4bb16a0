using TaskOrchestration.Conformance.Tests.Functions;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Facts;

public sealed class ImitatedFunctionTests
{
    [Theory]
    [InlineData("""{"kind":"echo"}""", "[1]", "[1]")]
    [InlineData("""{"kind":"echo"}""", "null", "{}")]
    [InlineData("""{"kind":"const","returns":{"a":1}}""", "[1]", """{"a":1}""")]
    [InlineData("""{"kind":"const_large","returns_repeat":["a",5]}""", "{}", "\"aaaaa\"")]
    [InlineData("""{"kind":"format"}""", """["x"]""", "\"input-event-['x']\"")]
    [InlineData("""{"kind":"sleep_then_echo","seconds":60}""", "7", "7")]
    public async Task Returns_what_the_recorded_function_returned(string behaviour, string input, string expected)
    {
        Assert.Equal(Json.Parse(expected), await Function(behaviour).InvokeAsync(Invocation(input), CancellationToken.None));
    }

    [Fact]
    public async Task Says_how_long_it_slept()
    {
        var slept = TimeSpan.Zero;
        await Function("""{"kind":"sleep_then_echo","seconds":60}""", time => slept = time).InvokeAsync(Invocation("{}"), CancellationToken.None);

        Assert.Equal(TimeSpan.FromSeconds(60), slept);
    }

    [Fact]
    public async Task Raises_as_the_Python_runtime_reports_it()
    {
        var function = Function("""{"kind":"raise","errorType":"E","errorMessage":"m","recorded_payload":{"stackTrace":["line"]}}""");

        var thrown = await Assert.ThrowsAsync<TaskFailureException>(async () => await function.InvokeAsync(Invocation("{}"), CancellationToken.None));

        Assert.Equal("E", thrown.Failure.Error);
        Assert.Matches("""^\{"errorMessage": "m", "errorType": "E", "requestId": "[0-9a-f-]{36}", "stackTrace": \["line"\]\}$""", thrown.Failure.Cause);
    }

    private static ImitatedFunction Function(string behaviour, Action<TimeSpan>? spend = null) => new((JsonObject)Json.Parse(behaviour), spend ?? (_ => { }));

    private static TaskInvocation Invocation(string input) =>
        new() { FunctionName = "f", Input = Json.Parse(input), IdempotencyToken = "t", ExecutionArn = "arn", RunName = "n", StateName = "S" };
}
