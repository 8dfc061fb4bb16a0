using System.Collections.Concurrent;
using TaskOrchestration.Cli.Client;
using TaskOrchestration.Domain.Orders;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Support;
using TaskOrchestration.Support.Servers;

namespace TaskOrchestration.EndToEnd.Tests.Crashes;

public sealed class CrashTests : IDisposable
{
    private const int Kills = 60;
    private const int MostKills = 200;
    private const int Orders = 240;
    private const int OrdersBetweenKills = 8;

    private static readonly string[] WholeHistory =
    [
        "ExecutionStarted",
        .. Enumerable.Repeat<string[]>(["TaskStateEntered", "TaskScheduled", "TaskStarted", "TaskSucceeded", "TaskStateExited"], 4).SelectMany(events => events),
        "ExecutionSucceeded",
    ];

    private readonly TemporaryFolder _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task An_order_goes_on_where_it_was_when_the_server_was_killed()
    {
        // A carrier that is asked and does not answer: the order is placed and paid then.
        using var carrier = new SilentFunction();
        using var killed = await ServerProcess.StartAsync(_data.Path, "--function", $"shippingProcess={carrier.Address}");
        var machines = await killed.Client.ListStateMachinesAsync();
        var execution = await killed.Client.StartExecutionAsync(machines["OrderProcessing"], "in-the-middle", OrderInput.For("order-1"));
        await carrier.WhenAskedAsync();
        killed.Kill();

        using (var restarted = await ServerProcess.StartAsync(_data.Path))
        {
            var ended = await restarted.Client.DescribeWhenEndedAsync(execution);
            Assert.Equal("SUCCEEDED", ended.Status);
            Assert.Equal(WholeHistory, await restarted.Client.HistoryAsync(execution));
        }

        using var books = new Books(_data.Path);
        var (status, entries) = await books.OfOrderAsync("order-1");
        Assert.Equal(OrderStatus.Confirmed, status);
        Assert.Equal([LedgerEntryKind.Authorization, LedgerEntryKind.Charge], entries);
        Assert.Equal(1, await books.ShipmentsAsync());
    }

    [Fact]
    public async Task Every_order_that_was_acknowledged_is_carried_out_once_however_often_the_server_is_killed()
    {
        var random = new Random();
        var acknowledged = new ConcurrentDictionary<string, string>();
        var kills = 0;
        for (; kills < MostKills && (kills < Kills || acknowledged.Count < Orders); kills++)
        {
            if (kills % 5 == 4)
            {
                await KillWhileStartingAsync(random);
            }
            else
            {
                await KillWhileServingAsync(random, $"batch-{kills}", acknowledged);
            }
        }

        Assert.InRange(acknowledged.Count, Orders, int.MaxValue);
        using (var server = await ServerProcess.StartAsync(_data.Path))
        {
            var machines = await server.Client.ListStateMachinesAsync();
            foreach (var execution in await server.Client.RunningExecutionsAsync(machines["OrderProcessing"]))
            {
                await server.Client.DescribeWhenEndedAsync(execution);
            }

            foreach (var execution in acknowledged.Values)
            {
                Assert.Equal("SUCCEEDED", (await server.Client.DescribeWhenEndedAsync(execution)).Status);
                Assert.Equal(WholeHistory, await server.Client.HistoryAsync(execution));
            }
        }

        using var books = new Books(_data.Path);
        foreach (var order in acknowledged.Keys)
        {
            var (status, entries) = await books.OfOrderAsync(order);
            Assert.Equal(OrderStatus.Confirmed, status);
            Assert.Equal([LedgerEntryKind.Authorization, LedgerEntryKind.Charge], entries);
        }

        Assert.Equal(await books.OrdersAsync(), await books.ShipmentsAsync());
    }

    private async Task KillWhileStartingAsync(Random random)
    {
        using var server = ServerProcess.Launch(_data.Path);
        await Task.Delay(random.Next(250));
        server.Kill();
    }

    private async Task KillWhileServingAsync(Random random, string batch, ConcurrentDictionary<string, string> acknowledged)
    {
        using var server = await ServerProcess.StartAsync(_data.Path);
        using var acknowledgements = new SemaphoreSlim(0);
        var starts = Enumerable.Range(0, OrdersBetweenKills).Select(index => StartAsync(server.Client, $"{batch}-{index}", acknowledged, acknowledgements)).ToList();
        for (var wanted = random.Next(OrdersBetweenKills + 1); wanted > 0; wanted--)
        {
            await acknowledgements.WaitAsync();
        }

        await Task.Delay(random.Next(40));
        server.Kill();
        await Task.WhenAll(starts);
    }

    private static async Task StartAsync(StepFunctionsClient client, string order, ConcurrentDictionary<string, string> acknowledged, SemaphoreSlim acknowledgements)
    {
        try
        {
            var machines = await client.ListStateMachinesAsync();
            acknowledged[order] = await client.StartExecutionAsync(machines["OrderProcessing"], order, OrderInput.For(order));
            acknowledgements.Release();
        }
        catch (HttpRequestException)
        {
            // Killed before it could acknowledge: the order may run or not, and the counts at the end hold either way.
            return;
        }
    }
}
