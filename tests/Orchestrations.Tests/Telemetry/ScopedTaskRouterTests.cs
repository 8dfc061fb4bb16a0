using Microsoft.Extensions.Logging;
using Moq;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.Orchestrations.Telemetry;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.Telemetry;

public class ScopedTaskRouterTests
{
    private readonly Mock<ILogger<ScopedTaskRouter>> logger = new();
    private readonly Mock<ITaskRouter> inner = new();
    private IReadOnlyDictionary<string, object>? scope;

    [Theory]
    [InlineData("run-1", "ExecutionArn=arn:aws:states:us-east-1:123456789012:execution:Machine:run-1 RetryCount=0 StateName=pay")]
    [InlineData("task-0123456789abcdefghjkmnpqrs-2", "ExecutionArn=arn:aws:states:us-east-1:123456789012:execution:Machine:run-1 RetryCount=0 StateName=pay TaskId=task-0123456789abcdefghjkmnpqrs")]
    public async Task What_a_handler_logs_says_whom_it_works_for(string execution, string expected)
    {
        logger.Setup(l => l.BeginScope(It.IsAny<Dictionary<string, object>>())).Callback((Dictionary<string, object> begun) => scope = begun);
        var request = Simulation.Run("""{"StartAt":"pay","States":{"pay":{"Type":"Task","Resource":"charge","End":true}}}""").Tasks.Single();
        var outcome = new TaskOutcome.Succeeded(Json.Null);
        inner.Setup(router => router.InvokeAsync(It.IsAny<TaskCall>(), It.IsAny<CancellationToken>())).ReturnsAsync(outcome);
        var call = new TaskCall { Request = request, Execution = request.Execution with { Name = execution }, HeartbeatAsync = () => ValueTask.CompletedTask };

        Assert.Same(outcome, await new ScopedTaskRouter(inner.Object, logger.Object).InvokeAsync(call, CancellationToken.None));

        Assert.Equal(expected, string.Join(' ', scope!.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{entry.Key}={entry.Value}")));
    }
}
