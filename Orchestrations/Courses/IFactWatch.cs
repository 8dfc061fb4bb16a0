namespace TaskOrchestration.Orchestrations.Courses;

/// <summary>Tells somebody when an execution may have more facts than when they last looked. It never tells which: whoever is slow reads them later, and holds nobody up.</summary>
public interface IFactWatch : IDisposable
{
    /// <summary>Completes when there may be more facts. Several that have come since the last time are told once.</summary>
    /// <param name="foundSome">Whether there were more the last time; hosts that have to ask their store ask less often where there were not.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask NextAsync(bool foundSome, CancellationToken cancellationToken = default);
}
