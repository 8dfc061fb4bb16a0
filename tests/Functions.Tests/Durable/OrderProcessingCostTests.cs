using Microsoft.Extensions.DependencyInjection;
using TaskOrchestration.Functions.Durable.Messages;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.Orchestrations.Steps;
using TaskOrchestration.Orchestrations.Stores;
using TaskOrchestration.Orchestrations.Workflows;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.Support.Durable;
using TaskOrchestration.Support.Durable.Hubs;
using Xunit.Abstractions;

namespace TaskOrchestration.Functions.Tests.Durable;

public sealed class OrderProcessingCostTests(ITestOutputHelper output)
{
    private const string Order = """
        {"orderId":"o-1","customerId":"c-1","currency":"EUR","total":99.90,"items":[{"sku":"lamp","quantity":2,"unitPrice":49.95}],"paymentMethod":"card","carrier":"Blitz"}
        """;

    [Fact]
    public async Task An_order_takes_five_activities_and_no_timer_that_fires()
    {
        var hub = new HubOptions();
        await using var services = new ServiceCollection()
            .AddSingleton<TimeProvider>(hub.Clock)
            .AddInMemoryStores()
            .AddBusinessSteps()
            .AddTaskRouting()
            .BuildServiceProvider();
        var world = new DurableWorld(services.GetRequiredService<ITaskRouter>(), hub);

        var ended = await world.RunAsync(SeedWorkflows.OrderProcessing.Definition, Order);

        var counts = world.Hub.CountsOf(ended.InstanceId)!;
        output.WriteLine($"Durable actions of an order: {counts}");
        Assert.Equal((ExecutionStatus.Succeeded, null), (ended.Status, ended.Failure));
        Assert.Equal((5, 4, 1, 1), (counts.Activities, counts.ByActivity[OrchestratorNames.InvokeTask], counts.ByActivity[OrchestratorNames.Record], counts.Generations));
        Assert.Equal((0, 0), (counts.EventsSent, counts.EventsReceived));
    }
}
