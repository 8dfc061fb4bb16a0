using Microsoft.Extensions.Logging.Abstractions;
using Moq;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.Orchestrations.Telemetry;
using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.Telemetry;

public class TaskGaugesTests
{
    [Fact]
    public async Task Shows_numbers_and_ages_and_asks_the_store_no_more_than_once_a_second()
    {
        var time = new ManualTimeProvider();
        var store = new Mock<ITaskStore>();
        store.Setup(s => s.CountAsync(null, It.IsAny<CancellationToken>())).ReturnsAsync(
        [
            new TaskCount(TaskKind.Order, TrackedStatus.Waiting, 3, time.GetUtcNow().AddMinutes(-10)),
            new TaskCount(TaskKind.Order, TrackedStatus.Running, 2, time.GetUtcNow().AddSeconds(-5)),
        ]);
        using var gauges = new TaskGauges(() => store.Object, time, NullLogger<TaskGauges>.Instance);
        using var readings = new Readings("Order");

        await gauges.RefreshAsync();
        await gauges.RefreshAsync();
        time.Advance(TimeSpan.FromSeconds(1));
        readings.Observe();

        Assert.Equal(
            [
                "taskorch.tasks taskorch.task.kind=Order taskorch.task.status=Running = 2",
                "taskorch.tasks taskorch.task.kind=Order taskorch.task.status=Waiting = 3",
                "taskorch.tasks.age taskorch.task.kind=Order taskorch.task.status=Running = 6",
                "taskorch.tasks.age taskorch.task.kind=Order taskorch.task.status=Waiting = 601",
            ],
            readings.All);
        Assert.Equal(TimeSpan.FromSeconds(601), gauges.LongestWait());
        store.Verify(s => s.CountAsync(null, It.IsAny<CancellationToken>()), Times.Once);
    }
}
