using TaskOrchestration.Functions.Storage.Executions;
using TaskOrchestration.Functions.Tests.Costs;
using TaskOrchestration.Functions.Tests.Executions;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.Orchestrations.Workflows;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;
using Xunit.Abstractions;

namespace TaskOrchestration.Functions.Tests.Storage.Executions;

public sealed class TransactionsOfAnExecutionTests(ITestOutputHelper output)
{
    /// <summary>More than it costs today is a decision, not an accident: the figures are those that docs/azure.md reckons with.</summary>
    [Theory]
    [InlineData("OrderProcessing", "{}", 4)]
    [InlineData("TransactionProcessor", """{"TransactionType":"PURCHASE"}""", 1)]
    public async Task An_execution_takes_what_the_page_about_costs_says(string name, string input, int tasks)
    {
        var counts = CostSheet.Read().Workflows.Single(each => each.Name == name);
        var log = new RequestLog();
        var time = new ManualTimeProvider();
        var records = new TableExecutionRecords(EmulatedTables.Create(log), time);
        var router = new ScriptedRouter(_ => new TaskOutcome.Succeeded(Json.Parse("""{"StatusCode":200,"Payload":{"orderId":"ORD-1"}}""")));
        var host = new DurableHost(router, time, records);
        var workflow = SeedWorkflows.All.Single(each => each.Name == name);
        var machine = await host.Catalog.CreateAsync(new StateMachineDraft { Name = workflow.Name, Definition = workflow.Definition, RoleArn = "arn:aws:iam::123456789012:role/test" });
        await RunAsync(host, machine.Arn, input);
        log.Take();

        var started = await RunAsync(host, machine.Arn, input);

        var requests = log.Take();
        var record = (await records.FindAsync(started.ExecutionArn))!;
        var actions = host.World.Hub.CountsOf(record.InstanceId)!;
        output.WriteLine($"{name}: {requests.Count} table transactions per execution, {actions.Activities} activities, {actions.Episodes} episodes");
        foreach (var (kind, count) in requests.CountBy(kind => kind))
        {
            output.WriteLine($"  {count,2} {kind}");
        }

        Assert.Equal((ExecutionStatus.Succeeded, tasks), (record.Status, router.Calls.Count(call => call.Execution.ExecutionArn == started.ExecutionArn)));
        Assert.Equal(counts with { IsMeasured = true, Activities = actions.Activities, Episodes = actions.Episodes, TableTransactions = requests.Count }, counts);
    }

    private static ValueTask<StartedExecution> RunAsync(DurableHost host, string machineArn, string input) =>
        host.Executions.StartAsync(new StartRequest { StateMachineArn = machineArn, Input = Json.Parse(input) });
}
