using TaskOrchestration.Functions.Executions;
using TaskOrchestration.Functions.Storage.Executions;
using TaskOrchestration.Functions.Storage.StatusEvents;
using TaskOrchestration.Functions.Tests.Executions;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.Orchestrations.StatusEvents;
using TaskOrchestration.Orchestrations.Tests.Engine;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;
using TaskOrchestration.Support.Durable;

namespace TaskOrchestration.Functions.Tests.Storage.StatusEvents;

/// <summary>What executions on Durable Functions become is noted as on the local host, whatever they are kept in.</summary>
public sealed class DurableStatusChangesTests
{
    private readonly ManualTimeProvider time = new();
    private bool isBroken = true;

    [Fact]
    public async Task Every_status_is_noted_with_its_redrive()
    {
        var subscriptions = Subscriptions([]);
        var records = new InMemoryExecutionRecords(time, subscriptions);

        await RunTwiceAsync(records);

        Assert.Equal(Expected(), await DrainAsync(records.StatusOutbox));
    }

    [Fact]
    public async Task Every_status_is_noted_in_tables_with_its_redrive()
    {
        var tables = EmulatedTables.Create();
        var subscriptions = Subscriptions([]);
        var noted = new List<string>();
        subscriptions.Noted += (_, change) => noted.Add(change.ExecutionArn);

        var arn = await RunTwiceAsync(new TableExecutionRecords(tables, time, subscriptions));

        Assert.Equal(Expected(), await DrainAsync(new TableStatusOutbox(tables)));
        Assert.Equal(Enumerable.Repeat(arn, 4), noted);
    }

    [Fact]
    public async Task What_nobody_wants_is_not_noted_in_tables()
    {
        var tables = EmulatedTables.Create();

        await RunTwiceAsync(new TableExecutionRecords(tables, time, Subscriptions([ReportedStatus.TimedOut])));

        Assert.Empty(await new TableStatusOutbox(tables).SubscriptionsAsync());
    }

    private static StatusSubscriptions Subscriptions(IReadOnlyList<ReportedStatus> statuses) =>
        new([new StatusSubscription { Name = "billing", Target = new StatusTarget.QueueNamed("q"), Statuses = statuses }]);

    private static IEnumerable<(ReportedStatus, int, string?)> Expected() =>
        [(ReportedStatus.Running, 0, null), (ReportedStatus.Failed, 0, "Broken"), (ReportedStatus.Running, 1, null), (ReportedStatus.Succeeded, 1, null)];

    private async Task<string> RunTwiceAsync(IExecutionRecords records)
    {
        var host = new DurableHost(new ScriptedRouter(call => isBroken ? ScriptedRouter.Failed("Broken") : new TaskOutcome.Succeeded(call.Request.Input)), time, records);
        var machine = await host.Catalog.CreateAsync(new StateMachineDraft { Name = "machine", Definition = Definitions.OneTask, RoleArn = "arn:aws:iam::123456789012:role/test" });
        var started = await host.Executions.StartAsync(new StartRequest { StateMachineArn = machine.Arn, Input = JsonObject.Empty });
        Assert.Equal(ExecutionStatus.Failed, (await host.Executions.DescribeAsync(started.ExecutionArn)).Summary.Status);
        isBroken = false;
        await host.Executions.RedriveAsync(started.ExecutionArn);
        Assert.Equal(ExecutionStatus.Succeeded, (await host.Executions.DescribeAsync(started.ExecutionArn)).Summary.Status);
        return started.ExecutionArn;
    }

    private async Task<IReadOnlyList<(ReportedStatus, int, string?)>> DrainAsync(IStatusOutbox outbox)
    {
        var found = new List<(ReportedStatus, int, string?)>();
        while (await outbox.TakeAsync("billing", time.GetUtcNow(), time.GetUtcNow().AddMinutes(1), 10) is { Count: > 0 } entries)
        {
            found.AddRange(entries.Select(entry => (entry.Change.Status, entry.Change.RedriveCount, entry.Change.Failure?.Error)));
            await outbox.RecordAsync([.. entries.Select(entry => new DeliveryResult.Settled(entry))]);
        }

        return found;
    }
}
