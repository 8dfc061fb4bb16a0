using TaskOrchestration.Support;
using TaskOrchestration.Support.Servers;

namespace TaskOrchestration.EndToEnd.Tests.Crashes;

public sealed class ShutdownTests : IDisposable
{
    private readonly TemporaryFolder _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task A_server_told_to_end_gives_running_tasks_their_whole_grace_period_and_then_ends_by_itself()
    {
        using var carrier = new SilentFunction();
        using var server = await ServerProcess.StartAsync(_data.Path, "--function", $"shippingProcess={carrier.Address}");
        var machines = await server.Client.ListStateMachinesAsync();
        await server.Client.StartExecutionAsync(machines["OrderProcessing"], "never-shipped", OrderInput.For("order-1"));
        await carrier.WhenAskedAsync();

        // 143 would say that it was cut off in the middle of the grace period.
        Assert.Equal(0, await server.EndAsync());
    }
}
