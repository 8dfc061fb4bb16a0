using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;
using Moq;
using TaskOrchestration.Functions.Hosting;
using TaskOrchestration.Functions.Triggers;

namespace TaskOrchestration.Functions.Tests.Triggers;

public sealed class UpkeepTimerTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Each_tick_has_every_part_looked_after_once_with_a_client_at_hand(bool isPastDue)
    {
        var (clients, client, runs) = (new DurableClients(), new Mock<DurableTaskClient>("test"), 0);
        var part = new UpkeepPart("part", (_, _) =>
        {
            runs += clients.Current == client.Object ? 1 : 0;
            return ValueTask.CompletedTask;
        });
        var timer = new UpkeepTimer(new Upkeep([part], TimeProvider.System, NullLogger<Upkeep>.Instance), clients, NullLogger<UpkeepTimer>.Instance);

        await timer.RunAsync(new TimerInfo { IsPastDue = isPastDue }, client.Object, CancellationToken.None);

        Assert.Equal(1, runs);
    }
}
