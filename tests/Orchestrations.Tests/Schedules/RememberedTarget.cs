using System.Collections.Concurrent;
using TaskOrchestration.Orchestrations.Schedules;

namespace TaskOrchestration.Orchestrations.Tests.Schedules;

/// <summary>Remembers what is started. Nothing ends unless the test says so, and nobody is told of it.</summary>
internal sealed class RememberedTarget : IFiringTarget
{
    public ConcurrentQueue<string> Started { get; } = [];

    public HashSet<string> Running { get; } = [];

    /// <summary>What a launch goes through first.</summary>
    public Func<CancellationToken, Task> Before { get; set; } = _ => Task.CompletedTask;

    public async ValueTask<LaunchedFiring> LaunchAsync(Firing firing, CancellationToken cancellationToken = default)
    {
        Started.Enqueue(firing.Id);
        await Before(cancellationToken);
        return new LaunchedFiring(firing.Id);
    }

    public ValueTask<bool> IsRunningAsync(string executionArn, CancellationToken cancellationToken = default) => ValueTask.FromResult(Running.Contains(executionArn));

    public ValueTask WaitForEndAsync(string executionArn, CancellationToken cancellationToken = default) => new(new TaskCompletionSource().Task);
}
