using Azure.Core;
using Azure.Data.Tables;
using TaskOrchestration.Functions.Storage;
using TaskOrchestration.Functions.Storage.Executions;
using TaskOrchestration.Functions.Tests.Executions;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.Orchestrations.Tests.Engine;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;
using TaskOrchestration.Support.Azurite;

namespace TaskOrchestration.Functions.Tests.Storage.Executions;

/// <summary>A host that dies at any request: from one on, nothing gets through; the last one may have been carried out.</summary>
public sealed class CrashTests
{
    private const int MostRequests = 50;

    private readonly ManualTimeProvider time = new();
    private readonly List<string> done = [];
    private volatile bool isBroken;
    private int failsFrom = int.MaxValue;

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task A_start_that_a_crash_cut_short_is_made_up_for_once(bool isCarriedOut, bool isRepeated)
    {
        var faults = new RequestFaults(number => number >= failsFrom, isCarriedOut);
        var (host, machine) = await OpenAsync(faults);
        var wasCutShort = true;
        for (var n = 0; wasCutShort; n++)
        {
            Assert.InRange(n, 0, MostRequests);
            var name = $"run{n}";
            wasCutShort = await CrashesAsync(faults, n, () => StartAsync(host, machine, name));

            time.Advance(TimeSpan.FromMinutes(2));
            if (isRepeated)
            {
                await StartAsync(host, machine, name);
            }
            else
            {
                await host.Sweeper.SweepAsync();
            }

            await host.World.Hub.RunToTheEndAsync();

            // The first request asks how many are open; the second takes the execution down.
            await AssertWholeAsync(host, machine, name, mayBeMissing: !isRepeated && (n == 0 || (n == 1 && !isCarriedOut)));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_redrive_that_a_crash_cut_short_is_made_up_for_once(bool isCarriedOut)
    {
        var faults = new RequestFaults(number => number >= failsFrom, isCarriedOut);
        var (host, machine) = await OpenAsync(faults);
        var wasCutShort = true;
        for (var n = 0; wasCutShort; n++)
        {
            Assert.InRange(n, 0, MostRequests);
            var name = $"run{n}";
            var arn = ArnScheme.Execution(machine, name);
            isBroken = true;
            await StartAsync(host, machine, name);
            await host.World.Hub.RunToTheEndAsync();
            isBroken = false;
            done.Clear();

            wasCutShort = await CrashesAsync(faults, n, async () => await host.Executions.RedriveAsync(arn, "token"));

            time.Advance(TimeSpan.FromMinutes(2));
            await host.Sweeper.SweepAsync();
            await host.World.Hub.RunToTheEndAsync();
            var described = await host.Executions.DescribeAsync(arn);
            Assert.Equal(described.Summary.RedriveCount == 0 ? ExecutionStatus.Failed : ExecutionStatus.Succeeded, described.Summary.Status);
            Assert.Equal(described.Summary.RedriveCount, done.Count);
            await AssertListedOnceAsync(host, machine, described.Summary);
            done.Clear();
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_activity_that_dies_at_any_request_leaves_nothing_half_done(bool isCarriedOut)
    {
        var faults = new RequestFaults(number => number >= failsFrom, isCarriedOut);
        var (host, machine) = await OpenAsync(faults);
        var hasFailed = true;
        for (var n = 0; hasFailed; n++)
        {
            Assert.InRange(n, 0, MostRequests);
            var name = $"run{n}";
            await StartAsync(host, machine, name);
            failsFrom = faults.Sent + n;
            await host.World.Hub.RunAsync();
            hasFailed = faults.Sent > failsFrom;
            failsFrom = int.MaxValue;

            // The activity that met the trouble is asked for again after a pause; by then storage is well.
            await host.World.Hub.RunToTheEndAsync();
            await AssertWholeAsync(host, machine, name, mayBeMissing: false);
        }
    }

    [Fact]
    public async Task An_execution_that_durable_functions_did_not_take_is_handed_over_later()
    {
        var (host, machine) = await OpenAsync(new RequestFaults(_ => false, isCarriedOut: false));
        host.World.Hub.Client.NextFailure = new InvalidOperationException("The task hub is away.");

        await StartAsync(host, machine, "run");
        await host.World.Hub.RunToTheEndAsync();
        Assert.Equal(ExecutionStatus.Running, (await host.Executions.DescribeAsync(ArnScheme.Execution(machine, "run"))).Summary.Status);

        time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(1, await host.Sweeper.SweepAsync());
        await host.World.Hub.RunToTheEndAsync();

        await AssertWholeAsync(host, machine, "run", mayBeMissing: false);
        Assert.Equal(0, await host.Sweeper.SweepAsync());
    }

    [Fact]
    public async Task An_execution_that_waits_is_not_handed_over_again_and_again()
    {
        var (host, machine) = await OpenAsync(new RequestFaults(_ => false, isCarriedOut: false), Definitions.Pause);
        await host.Executions.StartAsync(new StartRequest { StateMachineArn = machine, Name = "run", Input = Json.Parse("""{"seconds":86400}""") });
        await host.World.Hub.RunAsync();
        time.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal(1, await host.Sweeper.SweepAsync());
        Assert.Equal(0, await host.Sweeper.SweepAsync());
    }

    [Fact]
    public async Task An_answer_that_did_not_reach_the_orchestration_is_sent_again()
    {
        var router = new ScriptedRouter(_ => new TaskOutcome.Submitted(JsonObject.Empty));
        var (host, machine) = await OpenAsync(new RequestFaults(_ => false, isCarriedOut: false), Definitions.Callback, router);
        var started = await StartAsync(host, machine, "run");
        await host.World.Hub.RunAsync();
        host.World.Hub.Client.NextFailure = new InvalidOperationException("The task hub is away.");

        await host.Executions.SendTaskSuccessAsync(router.Calls.Single(call => call.Execution.ExecutionArn == started.ExecutionArn).Request.TaskToken, Json.Of("yes"));
        await host.World.Hub.RunAsync();
        Assert.Equal(ExecutionStatus.Running, (await host.Executions.DescribeAsync(started.ExecutionArn)).Summary.Status);

        time.Advance(TimeSpan.FromMinutes(2));
        Assert.InRange(await host.Sweeper.SweepAsync(), 1, 2);
        await host.World.Hub.RunToTheEndAsync();

        Assert.Equal(Json.Of("yes"), (await host.Executions.DescribeAsync(started.ExecutionArn)).Output);
        Assert.Equal(0, await host.Sweeper.SweepAsync());
    }

    private async Task<(DurableHost Host, string Machine)> OpenAsync(RequestFaults faults, string definition = Definitions.OneTask, ScriptedRouter? router = null)
    {
        var options = new TableClientOptions();
        options.Retry.MaxRetries = 0;
        options.AddPolicy(faults, HttpPipelinePosition.PerRetry);
        var records = new TableExecutionRecords(new EntityTables(new TableServiceClient(AzuriteServer.NewAccount().ConnectionString, options)), time);
        var host = new DurableHost(router ?? new ScriptedRouter(Perform), time, records, runsAtOnce: false);
        var machine = await host.Catalog.CreateAsync(new StateMachineDraft { Name = "machine", Definition = definition, RoleArn = "arn:aws:iam::123456789012:role/test" });

        // Makes the tables.
        await host.Executions.StartAsync(new StartRequest { StateMachineArn = machine.Arn, Name = "first", Input = Json.Parse("""{"seconds":0}""") });
        await host.World.Hub.RunToTheEndAsync();
        done.Clear();
        return (host, machine.Arn);
    }

    private TaskOutcome Perform(TaskCall call)
    {
        lock (done)
        {
            done.Add(call.Execution.ExecutionArn);
        }

        return isBroken ? ScriptedRouter.Failed("Broken") : new TaskOutcome.Succeeded(call.Request.Input);
    }

    private static async Task<StartedExecution> StartAsync(DurableHost host, string machine, string name) =>
        await host.Executions.StartAsync(new StartRequest { StateMachineArn = machine, Name = name });

    /// <summary>Whether anything met the crash at that request.</summary>
    private async Task<bool> CrashesAsync(RequestFaults faults, int request, Func<Task> work)
    {
        failsFrom = faults.Sent + request;
        await Record.ExceptionAsync(work);
        var met = faults.Sent > failsFrom;
        failsFrom = int.MaxValue;
        return met;
    }

    private async Task AssertWholeAsync(DurableHost host, string machine, string name, bool mayBeMissing)
    {
        var arn = ArnScheme.Execution(machine, name);
        if (await host.World.Records.FindAsync(arn) is not { } record)
        {
            Assert.True(mayBeMissing);
            Assert.DoesNotContain(arn, done);
            return;
        }

        Assert.Equal(ExecutionStatus.Succeeded, record.Status);
        Assert.Single(done, arn);
        Assert.Equal(2, (await host.World.Records.ReadFactsAsync(arn)).Count);
        await AssertListedOnceAsync(host, machine, record.Summary);
    }

    private static async Task AssertListedOnceAsync(DurableHost host, string machine, ExecutionSummary summary)
    {
        List<ExecutionSummary> everywhere = [];
        foreach (var status in Enum.GetValues<ExecutionStatus>())
        {
            everywhere.AddRange((await host.Executions.ListAsync(machine, status, limit: 999, cursor: null)).Items.Where(one => one.Name == summary.Name));
        }

        Assert.Equal([summary], everywhere);
    }
}
