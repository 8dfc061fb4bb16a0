namespace TaskOrchestration.Orchestrations.Time;

/// <summary>Something that a clock which is moved waits for before it moves on, so that what becomes due on the way happens then and in order.</summary>
public interface IClockFollower
{
    /// <summary>Completes when what was due by now has been done and the timers for what follows from it are set.</summary>
    /// <returns>Whether anything has happened since it was last asked.</returns>
    ValueTask<bool> CatchUpAsync(CancellationToken cancellationToken = default);
}
