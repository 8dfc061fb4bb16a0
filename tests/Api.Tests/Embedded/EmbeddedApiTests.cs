using TaskOrchestration.Api.Tests.Serving;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.Tests.Embedded;

public class EmbeddedApiTests : EngineTest
{
    private const string Greet = "{'StartAt':'Greet','States':{'Greet':{'Type':'Pass','Result':'hello','End':true}}}";
    private const string Wait = "{'StartAt':'Wait','States':{'Wait':{'Type':'Wait','Seconds':86400,'End':true}}}";

    private const string Ask =
        "{'StartAt':'Ask','States':{'Ask':{'Type':'Task','Resource':'arn:aws:states:::lambda:invoke.waitForTaskToken',"
        + "'Parameters':{'FunctionName':'ask','Payload':{'token.$':'$$.Task.Token'}},'End':true}}}";

    [Fact]
    public async Task Runs_a_machine_and_shows_how_it_went()
    {
        await CreateAsync(Greet);
        await RunAsync("one", "{'who': 'Ada'}");

        var described = await CallAsync("DescribeExecution", $"{{'executionArn':'{ArnOf("one")}'}}");

        Assert.Equal(
            Json.Parse($$"""
                {"executionArn":"{{ArnOf("one")}}","stateMachineArn":"{{Samples.MachineArn}}","name":"one","status":"SUCCEEDED",
                 "input":"{\"who\":\"Ada\"}","inputDetails":{"included":true},"output":"\"hello\"","outputDetails":{"included":true},
                 "redriveCount":0,"redriveStatus":"NOT_REDRIVABLE","redriveStatusReason":"Execution is SUCCEEDED and cannot be redriven"}
                """),
            described.Without("startDate").Without("stopDate"));
    }

    [Fact]
    public async Task Shows_the_history_forwards_backwards_and_in_pages_that_outlive_a_restart()
    {
        await CreateAsync(Greet);
        await RunAsync("one");

        var whole = (JsonArray)(await CallAsync("GetExecutionHistory", $"{{'executionArn':'{ArnOf("one")}'}}"))["events"]!;
        var backwards = (JsonArray)(await CallAsync("GetExecutionHistory", $"{{'executionArn':'{ArnOf("one")}','reverseOrder':true}}"))["events"]!;
        var pages = new List<Json>();
        var token = Json.Null;
        do
        {
            var page = await CallAsync("GetExecutionHistory", $"{{'executionArn':'{ArnOf("one")}','maxResults':3,'nextToken':{token}}}");
            pages.AddRange((JsonArray)page["events"]!);
            token = page["nextToken"] ?? Json.Null;
            await RestartAsync();
        }
        while (token is JsonString);

        Assert.Equal(["ExecutionStarted", "PassStateEntered", "PassStateExited", "ExecutionSucceeded"], whole.Select(e => TextOf(((JsonObject)e)["type"])));
        Assert.Equal(whole.Reverse(), backwards);
        Assert.Equal(whole, pages);
    }

    [Fact]
    public async Task Lists_executions_newest_first_in_pages_that_outlive_a_restart()
    {
        await CreateAsync(Greet);
        foreach (var name in (string[])["a", "b", "c", "d", "e"])
        {
            await RunAsync(name);
        }

        var first = await CallAsync("ListExecutions", $"{{'stateMachineArn':'{Samples.MachineArn}','maxResults':3}}");
        await RestartAsync();
        var second = await CallAsync("ListExecutions", $"{{'stateMachineArn':'{Samples.MachineArn}','maxResults':10,'nextToken':{first["nextToken"]}}}");

        Assert.Equal(["e", "d", "c"], NamesOf(first));
        Assert.Equal(["b", "a"], NamesOf(second));
        Assert.Null(second["nextToken"]);
    }

    [Fact]
    public async Task Starts_the_same_execution_once_and_refuses_another_of_the_same_name()
    {
        await CreateAsync(Wait);
        var request = $"{{'stateMachineArn':'{Samples.MachineArn}','name':'one','input':'{{}}'}}";

        var first = await CallAsync("StartExecution", request);

        Assert.Equal(first, await CallAsync("StartExecution", request));
        Assert.Equal(
            Error("ExecutionAlreadyExists", $"Execution Already Exists: '{ArnOf("one")}'"),
            await CallAsync("StartExecution", request.Replace("'{}'", "'[]'", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Stops_an_execution()
    {
        await CreateAsync(Wait);
        await CallAsync("StartExecution", $"{{'stateMachineArn':'{Samples.MachineArn}','name':'one'}}");

        var stopped = await CallAsync("StopExecution", $"{{'executionArn':'{ArnOf("one")}','error':'Enough'}}");
        var described = await CallAsync("DescribeExecution", $"{{'executionArn':'{ArnOf("one")}'}}");

        Assert.Equal(
            (Json.Of("ABORTED"), Json.Of("Enough"), stopped["stopDate"], Json.Of("REDRIVABLE")),
            (described["status"], described["error"], described["stopDate"], described["redriveStatus"]));
        Assert.Equal(stopped, await CallAsync("StopExecution", $"{{'executionArn':'{ArnOf("one")}'}}"));
    }

    [Fact]
    public async Task Takes_the_result_of_a_task_by_its_token_once_even_after_a_restart()
    {
        var asked = new TaskCompletionSource<string>();
        Handlers.Add("ask", (invocation, _) =>
        {
            asked.TrySetResult(TextOf(((JsonObject)invocation.Input)["token"]));
            return ValueTask.FromResult(Json.Null);
        });
        await CreateAsync(Ask);
        await CallAsync("StartExecution", $"{{'stateMachineArn':'{Samples.MachineArn}','name':'one'}}");
        var token = await asked.Task;
        await RestartAsync();

        Assert.Equal(JsonObject.Empty, await CallAsync("SendTaskHeartbeat", $"{{'taskToken':'{token}'}}"));
        Assert.Equal(JsonObject.Empty, await CallAsync("SendTaskSuccess", $"{{'taskToken':'{token}','output':'[1]'}}"));
        await Engine.Executions.WaitForEndAsync(ArnOf("one"));

        Assert.Equal(Json.Of("[1]"), (await CallAsync("DescribeExecution", $"{{'executionArn':'{ArnOf("one")}'}}"))["output"]);
        Assert.Equal(
            Error("TaskTimedOut", "Task Timed Out: 'Provided task does not exist anymore'"),
            await CallAsync("SendTaskFailure", $"{{'taskToken':'{token}'}}"));
        Assert.Equal(Error("InvalidToken", "Invalid Token: 'Invalid token'"), await CallAsync("SendTaskFailure", $"{{'taskToken':'{token[..^1]}'}}"));
    }

    [Fact]
    public async Task Runs_an_EXPRESS_machine_while_the_client_waits()
    {
        await CreateAsync(Greet, "EXPRESS");

        var answer = await CallAsync("StartSyncExecution", $"{{'stateMachineArn':'{Samples.MachineArn}','name':'one'}}");

        Assert.StartsWith("arn:aws:states:us-east-1:123456789012:express:Greeter:one:", TextOf(answer["executionArn"]), StringComparison.Ordinal);
        Assert.Equal((Json.Of("SUCCEEDED"), Json.Of("\"hello\"")), (answer["status"], answer["output"]));
        Assert.Equal(
            Error("StateMachineTypeNotSupported", "This operation is not supported by this type of state machine"),
            await CallAsync("ListExecutions", $"{{'stateMachineArn':'{Samples.MachineArn}'}}"));
    }

    [Fact]
    public async Task Refuses_to_run_a_STANDARD_machine_while_the_client_waits()
    {
        await CreateAsync(Greet);

        Assert.Equal(
            Error("StateMachineTypeNotSupported", "This operation is not supported by this type of state machine"),
            await CallAsync("StartSyncExecution", $"{{'stateMachineArn':'{Samples.MachineArn}'}}"));
    }

    [Fact]
    public async Task Shows_the_machine_that_an_execution_began_with()
    {
        await CreateAsync(Greet);
        await RunAsync("one");
        await CallAsync("UpdateStateMachine", $"{{'stateMachineArn':'{Samples.MachineArn}','definition':{Json.Of(Samples.Quoted(Wait))}}}");

        var began = await CallAsync("DescribeStateMachineForExecution", $"{{'executionArn':'{ArnOf("one")}'}}");
        var now = await CallAsync("DescribeStateMachine", $"{{'stateMachineArn':'{Samples.MachineArn}'}}");

        Assert.Equal((Json.Of(Samples.Quoted(Greet)), Json.Of(Samples.Quoted(Wait))), (began["definition"], now["definition"]));
        Assert.Null(began["revisionId"]);
    }

    private static JsonObject Error(string code, string message) => JsonObject.Of(("__type", Json.Of(code)), ("message", Json.Of(message)));

    private static IEnumerable<string> NamesOf(JsonObject page) => ((JsonArray)page["executions"]!).Select(item => TextOf(((JsonObject)item)["name"]));
}
