using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Tests.Resources;

public sealed class LambdaInvokeTests
{
    private const string Invoke = "arn:aws:states:::lambda:invoke";

    private readonly TaskHandlers handlers = new TaskHandlers().Add("Echo", (invocation, _) => ValueTask.FromResult(invocation.Input));

    [Fact]
    public async Task Wraps_what_the_function_answers()
    {
        var output = await OutputAsync("""{"FunctionName":"Echo","Payload":{"a":1.0}}""");

        Assert.Equal(["ExecutedVersion", "Payload", "SdkHttpMetadata", "SdkResponseMetadata", "StatusCode"], output.Names.ToArray());
        Assert.Equal(Json.Of("$LATEST"), output["ExecutedVersion"]);
        Assert.Equal("""{"a":1.0}""", output["Payload"]!.ToString());
        Assert.Equal(Json.Of(200), output["StatusCode"]);
        Assert.Equal(Json.Of(200), ((JsonObject)output["SdkHttpMetadata"]!)["HttpStatusCode"]);
        Assert.NotNull(((JsonObject)output["SdkResponseMetadata"]!)["RequestId"]);
    }

    [Fact]
    public async Task Answers_the_same_when_it_is_repeated()
    {
        const string Parameters = """{"FunctionName":"Echo","Payload":1}""";

        Assert.Equal(await OutputAsync(Parameters), await OutputAsync(Parameters));
    }

    [Theory]
    [InlineData("Echo", "$LATEST")]
    [InlineData("Echo:3", "3")]
    [InlineData("Echo:PROD", "$LATEST")]
    [InlineData("arn:aws:lambda:us-east-1:123456789012:function:Echo", "$LATEST")]
    [InlineData("arn:aws:lambda:us-east-1:123456789012:function:Echo:12", "12")]
    [InlineData("123456789012:function:Echo:$LATEST", "$LATEST")]
    public async Task Takes_every_spelling_of_a_function_name(string name, string executedVersion) =>
        Assert.Equal(Json.Of(executedVersion), (await OutputAsync($$"""{"FunctionName":"{{name}}","Payload":1}"""))["ExecutedVersion"]);

    [Fact]
    public async Task Calls_the_version_that_Qualifier_names()
    {
        handlers.Add("Echo:7", (invocation, _) => ValueTask.FromResult(Json.Of(invocation.Qualifier!)));

        var output = await OutputAsync("""{"FunctionName":"Echo","Qualifier":"7","Payload":{}}""");

        Assert.Equal((Json.Of("7"), Json.Of("7")), (output["Payload"], output["ExecutedVersion"]));
    }

    [Theory]
    [InlineData("""{"FunctionName":"Echo"}""", "{}")]
    [InlineData("""{"FunctionName":"Echo","Payload":null}""", "{}")]
    [InlineData("""{"FunctionName":"Echo","Payload":""}""", "{}")]
    [InlineData("""{"FunctionName":"Echo","Payload":"\"text\""}""", "\"text\"")]
    [InlineData("""{"FunctionName":"Echo","Payload":"0.0"}""", "0.0")]
    [InlineData("""{"FunctionName":"Echo","Payload":["text"]}""", "[\"text\"]")]
    [InlineData("""{"FunctionName":"Echo","Payload":false}""", "false")]
    public async Task Hands_the_payload_on_as_Lambda_does(string parameters, string payload) =>
        Assert.Equal(payload, (await OutputAsync(parameters))["Payload"]!.ToString());

    [Fact]
    public async Task Fails_with_the_error_of_the_function()
    {
        handlers.Add("Bad", (_, _) => throw new InvalidOperationException("no"));

        Assert.Equal(
            Calls.Failed("InvalidOperationException", """{"errorMessage":"no","errorType":"InvalidOperationException"}"""),
            await InvokeAsync(Invoke, """{"FunctionName":"Bad"}"""));
    }

    [Theory]
    [InlineData("""{"errorMessage": "no", "errorType": "E"}""", """{"errorMessage":"no","errorType":"E"}""")]
    [InlineData("{ no JSON }", "{ no JSON }")]
    [InlineData("in plain words", "in plain words")]
    public async Task Writes_the_error_payload_of_the_function_without_white_space(string payload, string cause)
    {
        handlers.Add("Bad", (_, _) => throw new TaskFailureException(new Failure("E", payload)));

        Assert.Equal(Calls.Failed("E", cause), await InvokeAsync(Invoke, """{"FunctionName":"Bad"}"""));
    }

    [Fact]
    public async Task Misses_a_function_in_the_region_and_account_of_the_execution()
    {
        var failure = await FailureAsync("""{"FunctionName":"gone","Payload":null}""");

        Assert.Equal("Lambda.ResourceNotFoundException", failure.Error);
        Assert.StartsWith(
            "Function not found: arn:aws:lambda:eu-west-1:111122223333:function:gone:$LATEST (Service: AWSLambda; Status Code: 404;",
            failure.Cause,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"FunctionName":5}""", "FunctionName: expected the name or ARN of a function, found 5")]
    [InlineData("""{"FunctionName":""}""", "FunctionName: expected the name or ARN of a function, found \"\"")]
    [InlineData("""{"FunctionName":"Echo","InvocationType":"Later"}""", "InvocationType: expected RequestResponse, Event or DryRun, found \"Later\"")]
    public async Task Refuses_parameters_it_cannot_use(string parameters, string message)
    {
        var failure = await FailureAsync(parameters);

        Assert.Equal("Lambda.AWSLambdaException", failure.Error);
        Assert.StartsWith(message + " (Service: AWSLambda; Status Code: 400; Error Code: ValidationException;", failure.Cause, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", "The field 'FunctionName' is required but was missing")]
    [InlineData("""{"FunctionName":"Echo","TaskToken":"t"}""", "The field \"TaskToken\" is not supported by Step Functions")]
    public async Task Is_not_begun_with_parameters_that_it_does_not_have(string parameters, string problem) => Assert.Equal(
        new Failure("States.Runtime", $"The Parameters '{parameters}' could not be used to start the Task: [{problem}]"),
        await FailureAsync(parameters));

    [Fact]
    public async Task Refuses_a_text_as_payload_that_is_not_JSON()
    {
        var failure = await FailureAsync("""{"FunctionName":"Echo","Payload":"HelloWorld"}""");

        Assert.Equal("Lambda.InvalidRequestContentException", failure.Error);
        Assert.StartsWith("Could not parse request body into json: ", failure.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_submitted_when_a_callback_is_waited_for()
    {
        var outcome = await InvokeAsync(Invoke + ".waitForTaskToken", """{"FunctionName":"Echo","Payload":{"token":"t"}}""");

        var output = Assert.IsType<JsonObject>(Assert.IsType<TaskOutcome.Submitted>(outcome).Output);
        Assert.Equal(Json.Parse("""{"token":"t"}"""), output["Payload"]);
    }

    [Fact]
    public async Task Fails_at_once_when_the_function_fails_that_was_to_call_back()
    {
        handlers.Add("Bad", (_, _) => throw new InvalidOperationException("no"));

        Assert.IsType<TaskOutcome.Failed>(await InvokeAsync(Invoke + ".waitForTaskToken", """{"FunctionName":"Bad"}"""));
    }

    [Fact]
    public async Task Has_no_job_to_wait_for() =>
        Assert.Equal(
            "UnsupportedResource",
            Assert.IsType<TaskOutcome.Failed>(await InvokeAsync(Invoke + ".sync", """{"FunctionName":"Echo"}""")).Failure.Error);

    [Theory]
    [InlineData("Event", 202, 1)]
    [InlineData("DryRun", 204, 0)]
    public async Task Drops_the_answer_of_other_invocation_types(string type, int statusCode, int calls)
    {
        var called = 0;
        handlers.Add("Count", (_, _) => called++ == 0 ? throw new InvalidOperationException("nobody hears this") : ValueTask.FromResult(Json.Null));

        var output = await OutputAsync($$"""{"FunctionName":"Count","InvocationType":"{{type}}"}""");

        Assert.Equal((Json.Of(statusCode), Json.Of(""), calls), (output["StatusCode"], output["Payload"], called));
    }

    private async Task<JsonObject> OutputAsync(string parameters) =>
        Assert.IsType<JsonObject>(Assert.IsType<TaskOutcome.Succeeded>(await InvokeAsync(Invoke, parameters)).Output);

    private async Task<StatesLanguage.Executions.Failure> FailureAsync(string parameters) =>
        Assert.IsType<TaskOutcome.Failed>(await InvokeAsync(Invoke, parameters)).Failure;

    private ValueTask<TaskOutcome> InvokeAsync(string resource, string parameters) =>
        new TaskRouter(handlers).InvokeAsync(Calls.Of(resource, parameters), CancellationToken.None);
}
