using System.Collections.Concurrent;
using TaskOrchestration.Domain.Ports;

namespace TaskOrchestration.Domain.Simulators;

/// <summary>Decides whether a simulated service can be reached this time, and how long that takes.</summary>
internal sealed class Outages(ServiceCondition condition, IPause pause)
{
    private readonly ConcurrentDictionary<string, int> tries = new();

    /// <summary>Whether this try, under this token, fails; answered when the service would have answered.</summary>
    /// <param name="token">What is tried.</param>
    /// <param name="triesThatFail">How many tries fail before one works; none for those that never fail.</param>
    /// <param name="delay">How long it takes beyond the usual.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async ValueTask<bool> StrikeAsync(string token, int? triesThatFail, TimeSpan delay, CancellationToken cancellationToken)
    {
        if (condition.Delay + delay is var time && time > TimeSpan.Zero)
        {
            await pause.WaitAsync(time, cancellationToken);
        }

        return condition.IsDown || triesThatFail is int.MaxValue
            || (triesThatFail is { } length and > 0 && tries.AddOrUpdate(token, 1, (_, before) => before + 1) <= length);
    }
}
