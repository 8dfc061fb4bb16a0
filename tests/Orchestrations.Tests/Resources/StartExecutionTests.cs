using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Tests.Resources;

public sealed class StartExecutionTests
{
    private const string Child = """{"StartAt":"Do","States":{"Do":{"Type":"Task","Resource":"work","End":true}}}""";

    [Theory]
    [InlineData("startExecution.sync:2", """{"done":true}""")]
    [InlineData("startExecution.sync", "\"{\\\"done\\\":true}\"")]
    public async Task Waits_for_the_end_of_its_child_and_hands_its_output_on(string action, string output)
    {
        await using var nested = await Nested.OpenAsync(action, (_, _) => ValueTask.FromResult(Json.Parse("""{"done":true}""")));

        var ended = await nested.RunAsync(name: "parent");

        var answer = (JsonObject)ended.Output!;
        Assert.Equal(ExecutionStatus.Succeeded, ended.Summary.Status);
        Assert.Equal(("\"child\"", "\"SUCCEEDED\"", output), (answer["Name"]!.ToString(), answer["Status"]!.ToString(), answer["Output"]!.ToString()));
        Assert.Equal(
            [HistoryEventType.TaskScheduled, HistoryEventType.TaskStarted, HistoryEventType.TaskSubmitted, HistoryEventType.TaskSucceeded],
            (await nested.EventsAsync(ended)).Where(type => type.ToString().StartsWith("Task", StringComparison.Ordinal) && !type.ToString().Contains("State", StringComparison.Ordinal)));
        var child = await nested.Executions.DescribeAsync(((JsonString)answer["ExecutionArn"]!).Value);
        Assert.Equal(ended.Summary.ExecutionArn, child.Parent!.ExecutionArn);
    }

    [Theory]
    [InlineData("1", "")]
    [InlineData("PROD", "PROD")]
    public async Task Starts_a_version_of_the_child_and_finds_it_again(string qualifier, string alias)
    {
        const string Arn = "arn:aws:states:us-east-1:123456789012:stateMachine:child";
        var isHeld = true;
        var reached = new SemaphoreSlim(0);
        await using var nested = await Nested.OpenAsync(
            "startExecution.sync:2",
            async (_, cancellationToken) =>
            {
                reached.Release();
                await Task.Delay(isHeld ? Timeout.Infinite : 0, cancellationToken);
                return Json.Of("done");
            },
            $$"""{"StateMachineArn":"{{Arn}}:{{qualifier}}","Name":"child"}""");
        await nested.Catalog.Versions.PublishAsync(Arn, revisionId: null, description: null);
        await nested.Catalog.Aliases.CreateAsync(Arn, "PROD", description: null, [new AliasRoute(1, 100)]);
        await nested.Catalog.UpdateAsync(Arn, new StateMachineChange { Definition = """{"StartAt":"No","States":{"No":{"Type":"Fail"}}}""" });

        var parent = await nested.StartAsync("parent");
        await reached.WaitAsync();
        isHeld = false;

        // What it was started by goes while nobody runs anything.
        await nested.Catalog.Aliases.DeleteAsync(Arn, "PROD");
        await nested.Catalog.Versions.DeleteAsync(Arn, 1);
        await nested.ReopenAsync();
        var ended = await nested.Executions.WaitForEndAsync(parent.ExecutionArn);

        var answer = (JsonObject)ended.Output!;
        Assert.Equal(
            ("\"arn:aws:states:us-east-1:123456789012:execution:child:child\"", $"\"{Arn}\"", $"\"{Arn}:1\"", alias.Length == 0 ? null : $"\"{Arn}:{alias}\""),
            (answer["ExecutionArn"]!.ToString(), answer["StateMachineArn"]!.ToString(), answer["StateMachineVersionArn"]!.ToString(), answer["StateMachineAliasArn"]?.ToString()));
        Assert.Single(await nested.EventsAsync(ended), HistoryEventType.TaskSubmitted);
    }

    [Fact]
    public async Task Fails_as_the_service_does_when_its_child_fails()
    {
        await using var nested = await Nested.OpenAsync("startExecution.sync", (_, _) => throw new TaskFailureException(new Failure("Bad", "luck")));

        var ended = await nested.RunAsync();

        var description = (JsonObject)Json.Parse(ended.Failure!.Cause!);
        Assert.Equal(("States.TaskFailed", "\"Bad\"", "\"luck\"", "\"FAILED\""), (ended.Failure.Error, description["Error"]!.ToString(), description["Cause"]!.ToString(), description["Status"]!.ToString()));
    }

    [Fact]
    public async Task Does_not_wait_without_sync_and_refuses_a_name_that_is_taken()
    {
        await using var nested = await Nested.OpenAsync("startExecution", (_, _) => ValueTask.FromResult<Json>(JsonObject.Empty));

        var first = await nested.RunAsync(name: "one");
        await nested.Executions.WaitForEndAsync(((JsonString)((JsonObject)first.Output!)["ExecutionArn"]!).Value);
        var second = await nested.RunAsync(name: "two");

        Assert.Equal(ExecutionStatus.Succeeded, first.Summary.Status);
        Assert.Equal("StepFunctions.ExecutionAlreadyExistsException", second.Failure!.Error);
        Assert.Matches(
            @"^Execution Already Exists: 'arn:.*:child' \(Service: AWSStepFunctions; Status Code: 400; Error Code: ExecutionAlreadyExists; Request ID: [-0-9a-f]{36}; Proxy: null\)$",
            second.Failure.Cause!);
    }

    [Theory]
    [InlineData("""{}""", "States.Runtime")]
    [InlineData("""{"StateMachineArn":"no","Inputs":{}}""", "States.Runtime")]
    [InlineData("""{"StateMachineArn":5}""", "StepFunctions.ValidationException")]
    [InlineData("""{"StateMachineArn":"no"}""", "StepFunctions.InvalidArnException")]
    [InlineData("""{"StateMachineArn":"arn:aws:states:us-east-1:123456789012:stateMachine:none"}""", "StepFunctions.StateMachineDoesNotExistException")]
    [InlineData("""{"StateMachineArn":"arn:aws:states:us-east-1:123456789012:stateMachine:child","Name":"a b"}""", "StepFunctions.InvalidNameException")]
    [InlineData("""{"StateMachineArn":"arn:aws:states:us-east-1:123456789012:stateMachine:child","Input":"{"}""", "StepFunctions.InvalidExecutionInputException")]
    [InlineData("""{"StateMachineArn":"arn:aws:states:us-east-1:123456789012:stateMachine:express"}""", "StepFunctions.StateMachineTypeNotSupportedException")]
    public async Task Refuses_parameters_it_cannot_work_with(string parameters, string error)
    {
        await using var nested = await Nested.OpenAsync("startExecution.sync:2", (_, _) => ValueTask.FromResult<Json>(JsonObject.Empty), parameters);
        await nested.AddAsync("express", Child, StateMachineType.Express);

        Assert.Equal(error, (await nested.RunAsync()).Failure!.Error);
    }

    [Fact]
    public async Task Goes_on_waiting_after_a_restart_and_finds_a_child_that_ended_meanwhile()
    {
        var isHeld = true;
        var reached = new SemaphoreSlim(0);
        await using var nested = await Nested.OpenAsync("startExecution.sync:2", async (_, cancellationToken) =>
        {
            reached.Release();
            await Task.Delay(isHeld ? Timeout.Infinite : 0, cancellationToken);
            return Json.Of("done");
        });
        var parent = await nested.StartAsync("parent");
        await reached.WaitAsync();

        await nested.ReopenAsync();
        await reached.WaitAsync();
        isHeld = false;
        await nested.ReopenAsync();
        var ended = await nested.Executions.WaitForEndAsync(parent.ExecutionArn);

        Assert.Equal("\"done\"", ((JsonObject)ended.Output!)["Output"]!.ToString());
        Assert.Single(await nested.EventsAsync(ended), HistoryEventType.TaskSubmitted);
    }

    [Fact]
    public async Task Stops_its_child_when_it_is_stopped_itself()
    {
        var reached = new SemaphoreSlim(0);
        await using var nested = await Nested.OpenAsync("startExecution.sync:2", async (_, cancellationToken) =>
        {
            reached.Release();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return Json.Null;
        });
        var parent = await nested.StartAsync("parent");
        await reached.WaitAsync();

        await nested.Executions.StopAsync(parent.ExecutionArn, error: null, cause: null);
        var child = await nested.Executions.WaitForEndAsync(parent.ExecutionArn.Replace(":parent:parent", ":child:child", StringComparison.Ordinal));

        Assert.Equal(ExecutionStatus.Aborted, child.Summary.Status);
    }

    [Fact]
    public async Task Redrives_its_child_when_it_is_redriven_itself()
    {
        var isBroken = true;
        await using var nested = await Nested.OpenAsync(
            "startExecution.sync:2", (_, _) => isBroken ? throw new TaskFailureException(new Failure("Bad", "luck")) : ValueTask.FromResult(Json.Of("done")));
        var failed = await nested.RunAsync(name: "parent");

        isBroken = false;
        nested.Time.Advance(TimeSpan.FromSeconds(1));
        await nested.Executions.RedriveAsync(failed.Summary.ExecutionArn);
        var ended = await nested.Executions.WaitForEndAsync(failed.Summary.ExecutionArn);
        var child = await nested.Executions.DescribeAsync(((JsonString)((JsonObject)ended.Output!)["ExecutionArn"]!).Value);

        Assert.Equal((ExecutionStatus.Succeeded, 1), (ended.Summary.Status, child.Summary.RedriveCount));
    }
}
