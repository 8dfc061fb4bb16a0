using TaskOrchestration.Orchestrations.Time;

namespace TaskOrchestration.Orchestrations.Engine;

/// <summary>Lets a clock that is moved wait until the engine has nothing to do at the moment.</summary>
/// <remarks>A task that takes longer than <see cref="Patience"/> of real time is not waited for any more: it may itself wait for something that the clock brings.</remarks>
internal sealed class EngineFollower(EngineCore core) : IClockFollower
{
    /// <summary>How long a task is waited for.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private long factsSeen = core.Facts;

    /// <inheritdoc/>
    public async ValueTask<bool> CatchUpAsync(CancellationToken cancellationToken = default)
    {
        while (core.IsBusy(Patience))
        {
            await Task.Delay(1, cancellationToken);
        }

        var hasWorked = core.Facts != factsSeen;
        factsSeen = core.Facts;
        return hasWorked;
    }
}
