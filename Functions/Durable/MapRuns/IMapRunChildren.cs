using TaskOrchestration.Orchestrations.MapRuns;

namespace TaskOrchestration.Functions.Durable.MapRuns;

/// <summary>Sees to the children of Map Runs.</summary>
internal interface IMapRunChildren
{
    /// <summary>Sees to it that children which are taken to run do: that they are begun, redriven, or told to stop.</summary>
    /// <param name="scene">Their Map Run.</param>
    /// <param name="children">The children.</param>
    /// <param name="isStopping">Whether they are to stop.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The ends of those that have ended.</returns>
    Task<IReadOnlyList<ChildEnd>> SeeToAsync(MapRunScene scene, IEnumerable<MapRunChild> children, bool isStopping, CancellationToken cancellationToken);
}
