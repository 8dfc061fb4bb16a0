using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using TaskOrchestration.Functions.Executions;
using TaskOrchestration.Functions.Storage.Executions;
using TaskOrchestration.Functions.Storage.MapRuns;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.MapRuns;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.MapRuns;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support.Azurite;
using TaskOrchestration.Support.Durable.Hubs;
using TaskOrchestration.Support.Durable.Worlds;

namespace TaskOrchestration.Functions.Tests.Storage.MapRuns;

/// <summary>Map Runs on Durable Functions with all that is kept of them, of their executions and of their children in tables.</summary>
public sealed class MapRunsOnTablesTests : IDisposable
{
    private const string Machine = """
        {"StartAt":"Each","States":{"Each":{"Type":"Map","Label":"each","MaxConcurrency":2,
          "ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"@TYPE"},"StartAt":"Do",
            "States":{"Do":{"Type":"Task","Resource":"work","End":true}}},"End":true}}}
        """;

    private const int MostRequests = 400;

    /// <summary>Not every request there is: the stores' own tests die at each of theirs.</summary>
    private const int Step = 7;

    private readonly ConcurrentDictionary<string, int> done = new();
    private ExecutionWorld world = null!;
    private int failsFrom = int.MaxValue;
    private bool isBad;

    private IExecutionService Executions => world.Services.GetRequiredService<IExecutionService>();

    private IMapRunService MapRuns => world.Services.GetRequiredService<IMapRunService>();

    public void Dispose() => world.Dispose();

    [Theory]
    [InlineData("STANDARD", false)]
    [InlineData("STANDARD", true)]
    [InlineData("EXPRESS", true)]
    public async Task A_host_that_dies_at_any_request_has_the_next_one_end_the_Map_Run(string type, bool isCarriedOut)
    {
        var faults = new RequestFaults(number => number >= failsFrom, isCarriedOut);
        var machine = await OpenAsync(type, faults);
        var hasFailed = true;
        for (var n = 0; hasFailed; n += Step)
        {
            Assert.InRange(n, 0, MostRequests);
            done.Clear();
            var arn = await StartAsync(machine, $"run{n}");
            failsFrom = faults.Sent + n;
            await world.Hub.RunAsync();
            hasFailed = faults.Sent > failsFrom;
            failsFrom = int.MaxValue;

            await GoOnAsync();

            var ended = await Executions.DescribeAsync(arn);
            Assert.Equal((ExecutionStatus.Succeeded, "[1,2,3]"), (ended.Summary.Status, ended.Output?.ToString()));
            var run = Assert.Single((await MapRuns.ListAsync(arn, limit: 10, cursor: null)).Items);
            Assert.Equal((MapRunStatus.Succeeded, new MapRunCounts { Succeeded = 3 }), (run.Status, run.Tally.Executions));
            Assert.Equal(["1", "2", "3"], done.Keys.Order());
        }

        Assert.Empty(await world.Services.GetRequiredService<IMapRunStore>().ListRunningAsync());
    }

    [Fact]
    public async Task A_redrive_that_dies_at_any_request_takes_up_what_did_not_succeed()
    {
        var faults = new RequestFaults(number => number >= failsFrom, isCarriedOut: true);
        var machine = await OpenAsync("STANDARD", faults);
        var hasFailed = true;
        for (var n = 0; hasFailed; n += Step)
        {
            Assert.InRange(n, 0, MostRequests);
            isBad = true;
            var arn = await StartAsync(machine, $"run{n}");
            await world.Hub.RunToTheEndAsync();
            isBad = false;
            done.Clear();

            await Executions.RedriveAsync(arn);
            failsFrom = faults.Sent + n;
            await world.Hub.RunAsync();
            hasFailed = faults.Sent > failsFrom;
            failsFrom = int.MaxValue;
            await GoOnAsync();

            var ended = await Executions.DescribeAsync(arn);
            Assert.Equal((ExecutionStatus.Succeeded, "[1,2,3]"), (ended.Summary.Status, ended.Output?.ToString()));
            var run = Assert.Single((await MapRuns.ListAsync(arn, limit: 10, cursor: null)).Items);
            Assert.Equal((MapRunStatus.Succeeded, 1, new MapRunCounts { Succeeded = 3 }), (run.Status, run.RedriveCount, run.Tally.Executions));
            Assert.DoesNotContain("1", done.Keys);
        }
    }

    private async Task<string> OpenAsync(string type, RequestFaults faults)
    {
        var tables = FaultyStorage.Tables(AzuriteServer.NewAccount(), faults, retries: 0);
        var options = new HubOptions();
        world = new ExecutionWorld(new TaskRouter(new TaskHandlers().Add("work", Work)), options, services => services
            .AddSingleton<IExecutionRecords>(new TableExecutionRecords(tables, options.Clock))
            .AddSingleton<IMapRunStore>(new TableMapRunStore(tables)));
        var definition = Machine.Replace("@TYPE", type, StringComparison.Ordinal);
        var draft = new StateMachineDraft { Name = "machine", Definition = definition, RoleArn = "arn:aws:iam::123456789012:role/Role" };
        return (await world.Services.GetRequiredService<StateMachineCatalog>().CreateAsync(draft)).Arn;
    }

    /// <summary>Another host takes over. It knows nothing but what is on record and in the task hub, and picks up what was left lying there.</summary>
    private async Task GoOnAsync()
    {
        world.Hub.Options.Clock.Advance(TimeSpan.FromMinutes(2));
        await world.Services.GetRequiredService<ExecutionSweeper>().SweepAsync();
        await world.Hub.RunToTheEndAsync();
    }

    private async Task<string> StartAsync(string machine, string name) =>
        (await Executions.StartAsync(new StartRequest { StateMachineArn = machine, Name = name, Input = Json.Parse("[1,2,3]") })).ExecutionArn;

    private ValueTask<Json> Work(TaskInvocation invocation, CancellationToken cancellationToken)
    {
        var item = invocation.Input.ToString();
        done.AddOrUpdate(item, 1, static (_, times) => times + 1);
        return isBad && item == "2" ? throw new TaskFailureException(new Failure("Bad", "luck")) : ValueTask.FromResult(invocation.Input);
    }
}
