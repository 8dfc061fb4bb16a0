using TaskOrchestration.Functions.Durable.Messages;
using TaskOrchestration.Functions.Executions;
using TaskOrchestration.Functions.Tests.Executions;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.Orchestrations.Resources.NestedExecutions;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;
using TaskOrchestration.Support.Durable;
using TaskOrchestration.Support.Durable.Hubs;

namespace TaskOrchestration.Functions.Tests.Durable;

public sealed class NestedExecutionTests
{
    private const string ChildArn = "arn:aws:states:us-east-1:123456789012:stateMachine:child";
    private const string QuickChild = """{"StartAt":"Do","States":{"Do":{"Type":"Task","Resource":"work","End":true}}}""";
    private const string SlowChild = """{"StartAt":"Rest","States":{"Rest":{"Type":"Wait","Seconds":5000,"Next":"Do"},"Do":{"Type":"Task","Resource":"work","End":true}}}""";
    private const string StartsChild = """
        {"Type":"Task","Resource":"arn:aws:states:::states:startExecution.sync:2","Parameters":{"StateMachineArn":"arn:aws:states:us-east-1:123456789012:stateMachine:child","Input":{"a":1}},"End":true}
        """;

    private const string Parent = """{"StartAt":"Run","States":{"Run":@RUN}}""";

    [Fact]
    public async Task Waits_for_the_end_of_its_child_and_hands_its_output_on()
    {
        var (host, parent) = await OpenAsync(SlowChild, Parent);

        var ended = await RunAsync(host, parent);

        var answer = (JsonObject)ended.Output!;
        var child = await ChildAsync(host);
        Assert.Equal((ExecutionStatus.Succeeded, """{"a":1}"""), (ended.Summary.Status, answer["Output"]!.ToString()));
        Assert.Equal(ended.Summary.ExecutionArn, child.Parent?.ExecutionArn);
        Assert.Equal(
            [HistoryEventType.TaskScheduled, HistoryEventType.TaskStarted, HistoryEventType.TaskSubmitted, HistoryEventType.TaskSucceeded],
            (await EventsAsync(host, ended)).Where(type => type.ToString().StartsWith("Task", StringComparison.Ordinal) && !type.ToString().Contains("State", StringComparison.Ordinal)));
        Assert.Equal(2, host.World.Hub.CountsOf(InstanceIds.Of(ended.Summary.ExecutionArn, 0))!.ByActivity[OrchestratorNames.InvokeTask]);
    }

    [Fact]
    public async Task Fails_when_its_child_fails()
    {
        var (host, parent) = await OpenAsync(SlowChild, Parent, _ => throw new TaskFailureException(new Failure("Bad", "luck")));

        var ended = await RunAsync(host, parent);

        Assert.Equal((ExecutionStatus.Failed, "States.TaskFailed"), (ended.Summary.Status, ended.Failure?.Error));
        Assert.Contains("\"Bad\"", ended.Failure!.Cause!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stops_its_child_when_it_is_stopped()
    {
        var (host, parent) = await OpenAsync(SlowChild, Parent);
        var started = await host.Executions.StartAsync(new StartRequest { StateMachineArn = parent });
        await host.World.Hub.RunAsync();

        var stop = Signal.Of(new Fact.Stopped(host.World.Hub.Now, new Failure("Enough", null)));
        await host.World.Hub.Client.RaiseEventAsync(InstanceIds.Of(started.ExecutionArn, 0), Signal.EventName, stop.Text);
        await host.World.Hub.RunToTheEndAsync();

        Assert.Equal(ExecutionStatus.Aborted, (await host.Executions.DescribeAsync(started.ExecutionArn)).Summary.Status);
        Assert.Equal(
            (ExecutionStatus.Aborted, $"{started.ExecutionArn} does not wait for it any more."),
            ((await ChildAsync(host)).Summary.Status, (await ChildAsync(host)).Failure?.Cause));
    }

    [Fact]
    public async Task Stops_its_child_when_the_task_takes_too_long()
    {
        var (host, parent) = await OpenAsync(SlowChild, Parent.Replace("@RUN", StartsChild.Replace("\"End\":true", "\"End\":true,\"TimeoutSeconds\":100", StringComparison.Ordinal), StringComparison.Ordinal));

        var ended = await RunAsync(host, parent);

        Assert.Equal((ExecutionStatus.Failed, "States.Timeout"), (ended.Summary.Status, ended.Failure?.Error));
        Assert.Equal(ExecutionStatus.Aborted, (await ChildAsync(host)).Summary.Status);
    }

    [Fact]
    public async Task Continues_as_new_while_its_child_runs()
    {
        var (host, parent) = await OpenAsync(SlowChild, """
            {"StartAt":"Both","States":{"Both":{"Type":"Parallel","End":true,"Branches":[{"StartAt":"Run","States":{"Run":@RUN}},
            {"StartAt":"All","States":{"All":{"Type":"Map","ItemsPath":"$.items","End":true,"ItemProcessor":{"StartAt":"Work","States":{"Work":{"Type":"Task","Resource":"work","End":true}}}}}}]}}}
            """);
        var input = Json.Parse($$"""{"items":[{{string.Join(',', Enumerable.Range(0, 900))}}]}""");

        var ended = await RunAsync(host, parent, input);

        Assert.Equal(ExecutionStatus.Succeeded, ended.Summary.Status);
        Assert.InRange(host.World.Hub.CountsOf(InstanceIds.Of(ended.Summary.ExecutionArn, 0))!.Generations, 3, 6);
        Assert.Equal(5000, (ended.Summary.StopDate - ended.Summary.StartDate)!.Value.TotalSeconds);
    }

    [Fact]
    public async Task Redrives_its_child_when_it_is_redriven()
    {
        var isBroken = true;
        var (host, parent) = await OpenAsync(
            SlowChild,
            Parent,
            call => isBroken ? ScriptedRouter.Failed("Broken") : new TaskOutcome.Succeeded(call.Request.Input));
        var failed = await RunAsync(host, parent);
        isBroken = false;

        await host.Executions.RedriveAsync(failed.Summary.ExecutionArn);
        await host.World.Hub.RunToTheEndAsync();

        var ended = await host.Executions.DescribeAsync(failed.Summary.ExecutionArn);
        Assert.Equal((ExecutionStatus.Failed, ExecutionStatus.Succeeded), (failed.Summary.Status, ended.Summary.Status));
        Assert.Equal((ExecutionStatus.Succeeded, 1), ((await ChildAsync(host)).Summary.Status, (await ChildAsync(host)).Summary.RedriveCount));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Comes_to_its_end_whatever_goes_wrong(int seed)
    {
        var (host, parent) = await OpenAsync(
            seed % 2 == 0 ? QuickChild : SlowChild,
            """{"StartAt":"Each","States":{"Each":{"Type":"Map","ItemsPath":"$.items","MaxConcurrency":2,"End":true,"ItemProcessor":{"StartAt":"Run","States":{"Run":@RUN}}}}}""",
            options: new HubOptions { Mischief = Mischief.Everything(seed) });

        var ended = await RunAsync(host, parent, Json.Parse("""{"items":[1,2,3,4]}"""));

        Assert.Equal(ExecutionStatus.Succeeded, ended.Summary.Status);
        var children = await host.Executions.ListAsync(ChildArn, status: null, 100, cursor: null);
        Assert.Equal((4, ExecutionStatus.Succeeded), (children.Items.Count, children.Items.Select(child => child.Status).Distinct().Single()));
    }

    public static TheoryData<int> Seeds() => [.. Enumerable.Range(1, Thoroughness.Cases(20))];

    private static async Task<(DurableHost Host, string ParentArn)> OpenAsync(
        string child, string parent, Func<TaskCall, TaskOutcome>? work = null, HubOptions? options = null)
    {
        var late = new LateExecutions();
        var nested = new StartExecution(late);
        var router = new ScriptedRouter((call, cancellation) => call.Request.Resource is StatesLanguage.States.TaskResource.Integration integration
            ? nested.PerformAsync(integration, call, cancellation)
            : ValueTask.FromResult(work?.Invoke(call) ?? new TaskOutcome.Succeeded(call.Request.Input)));
        var clock = (options ??= new HubOptions { MostSteps = 5_000 }).Clock;
        var host = new DurableHost(router, clock, new InMemoryExecutionRecords(clock), runsAtOnce: false, options);
        late.Open(host.Executions);
        await AddAsync(host, "child", child);
        return (host, (await AddAsync(host, "parent", parent.Replace("@RUN", StartsChild, StringComparison.Ordinal))).Arn);
    }

    private static async Task<StateMachineRecord> AddAsync(DurableHost host, string name, string definition) => await host.Catalog.CreateAsync(
        new StateMachineDraft { Name = name, Definition = definition, RoleArn = "arn:aws:iam::123456789012:role/test" });

    private static async Task<ExecutionDescription> RunAsync(DurableHost host, string machineArn, Json? input = null)
    {
        var started = await host.Executions.StartAsync(new StartRequest { StateMachineArn = machineArn, Input = input ?? JsonObject.Empty });
        await host.World.Hub.RunToTheEndAsync();
        return await host.Executions.DescribeAsync(started.ExecutionArn);
    }

    private static async Task<ExecutionDescription> ChildAsync(DurableHost host)
    {
        var children = await host.Executions.ListAsync(ChildArn, status: null, 10, cursor: null);
        return await host.Executions.DescribeAsync(Assert.Single(children.Items).ExecutionArn);
    }

    private static async Task<IReadOnlyList<HistoryEventType>> EventsAsync(DurableHost host, ExecutionDescription execution) =>
        [.. (await host.Executions.GetHistoryAsync(execution.Summary.ExecutionArn, reverse: false, 100, cursor: null)).Items.Select(known => known.Type)];
}
