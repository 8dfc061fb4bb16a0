using TaskOrchestration.Functions.Storage;
using TaskOrchestration.Functions.Storage.Executions;
using TaskOrchestration.Functions.Tests.Executions;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.Orchestrations.Workflows;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;
using TaskOrchestration.Support.Azurite;
using Xunit.Abstractions;

namespace TaskOrchestration.Functions.Tests.Storage.Executions;

public sealed class TransactionsOfAnExecutionTests(ITestOutputHelper output)
{
    /// <summary>What it costs today. More is a decision, not an accident.</summary>
    private const int Ceiling = 10;

    [Fact]
    public async Task An_order_takes_no_more_than_it_should()
    {
        var log = new RequestLog();
        var time = new ManualTimeProvider();
        var records = new TableExecutionRecords(new EntityTables(StorageClients.Tables(new StorageConnection.ByText(AzuriteServer.NewAccount().ConnectionString), log)), time);
        var router = new ScriptedRouter(_ => new TaskOutcome.Succeeded(Json.Parse("""{"StatusCode":200,"Payload":{"orderId":"ORD-1"}}""")));
        var host = new DurableHost(router, time, records);
        var workflow = SeedWorkflows.OrderProcessing;
        var machine = await host.Catalog.CreateAsync(new StateMachineDraft { Name = workflow.Name, Definition = workflow.Definition, RoleArn = "arn:aws:iam::123456789012:role/test" });
        await RunAsync(host, machine.Arn);
        log.Take();

        var started = await RunAsync(host, machine.Arn);

        var requests = log.Take();
        output.WriteLine($"OrderProcessing: {requests.Count} table transactions per execution, {4 + 1} activities");
        foreach (var (kind, count) in requests.CountBy(kind => kind))
        {
            output.WriteLine($"  {count,2} {kind}");
        }

        Assert.Equal((ExecutionStatus.Succeeded, 4), ((await records.FindAsync(started.ExecutionArn))!.Status, router.Calls.Count(call => call.Execution.ExecutionArn == started.ExecutionArn)));
        Assert.Equal(5, host.World.Hub.CountsOf((await records.FindAsync(started.ExecutionArn))!.InstanceId)!.Activities);
        Assert.InRange(requests.Count, 1, Ceiling);
    }

    private static ValueTask<StartedExecution> RunAsync(DurableHost host, string machineArn) =>
        host.Executions.StartAsync(new StartRequest { StateMachineArn = machineArn, Input = JsonObject.Empty });
}
