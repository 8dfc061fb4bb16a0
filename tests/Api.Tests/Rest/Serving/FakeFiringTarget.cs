using System.Collections.Concurrent;
using TaskOrchestration.Orchestrations.Schedules;

namespace TaskOrchestration.Api.Tests.Rest.Serving;

/// <summary>An engine in which what a firing starts has ended at once.</summary>
public sealed class FakeFiringTarget : IFiringTarget
{
    private readonly ConcurrentDictionary<string, Firing> _started = [];

    /// <summary>The ids of the firings that were started.</summary>
    public IEnumerable<string> Started => _started.Keys.Order(StringComparer.Ordinal);

    /// <summary>What is said of every firing, if none is to be started.</summary>
    public string? Refusal { get; set; }

    public ValueTask<LaunchedFiring> LaunchAsync(Firing firing, CancellationToken cancellationToken = default)
    {
        if (Refusal is { } reason)
        {
            throw new FiringRefusedException(reason);
        }

        _started.TryAdd(firing.Id, firing);
        return ValueTask.FromResult(new LaunchedFiring($"arn:aws:states:us-east-1:123456789012:execution:{firing.StateMachine}:{firing.Id}"));
    }

    public ValueTask<bool> IsRunningAsync(string executionArn, CancellationToken cancellationToken = default) => ValueTask.FromResult(false);

    public ValueTask WaitForEndAsync(string executionArn, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;
}
