using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Steps;
using TaskOrchestration.Orchestrations.Tests.Engine;
using TaskOrchestration.Functions.Executions;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;
using TaskOrchestration.Support.Durable;

namespace TaskOrchestration.Functions.Tests.Executions;

public sealed class ExecutionRetentionTests
{
    [Fact]
    public async Task Nothing_is_left_of_an_execution_that_was_purged()
    {
        var time = new ManualTimeProvider();
        var host = new DurableHost(new ScriptedRouter(_ => ScriptedRouter.Failed("Broken")), time, new InMemoryExecutionRecords(time));
        var machine = await host.Catalog.CreateAsync(new StateMachineDraft { Name = "machine", Definition = Definitions.OneTask, RoleArn = "arn:aws:iam::123456789012:role/test" });
        var old = await host.Executions.StartAsync(new StartRequest { StateMachineArn = machine.Arn, Name = "old", Input = Json.Of(RecordSamples.Noise(200_000, seed: 1)) });
        await host.Executions.RedriveAsync(old.ExecutionArn);
        var payload = $"{InstanceIds.Of(old.ExecutionArn, 1)}/more";
        await host.World.Payloads.WriteAsync(payload, "text");
        time.Advance(TimeSpan.FromDays(1));
        var young = await host.Executions.StartAsync(new StartRequest { StateMachineArn = machine.Arn, Name = "young" });

        var purged = await host.Retention.PurgeAsync(time.GetUtcNow().AddHours(-1));

        Assert.Equal(new Purged(1), purged);
        Assert.Null(host.World.Hub.CountsOf(InstanceIds.Of(old.ExecutionArn, 0)));
        Assert.Null(host.World.Hub.CountsOf(InstanceIds.Of(old.ExecutionArn, 1)));
        Assert.Empty(host.World.Payloads.Names);
        Assert.Equal(Refusal.ExecutionDoesNotExist, (await Assert.ThrowsAsync<RefusedException>(async () => await host.Executions.DescribeAsync(old.ExecutionArn))).Refusal);
        Assert.Equal(ExecutionStatus.Failed, (await host.Executions.DescribeAsync(young.ExecutionArn)).Summary.Status);
        Assert.Equal(TimeSpan.FromDays(90), host.Retention.Keeps);
    }
}
