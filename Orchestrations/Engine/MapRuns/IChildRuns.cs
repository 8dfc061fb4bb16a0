using TaskOrchestration.Orchestrations.MapRuns;

namespace TaskOrchestration.Orchestrations.Engine.MapRuns;

/// <summary>Runs the children of one Map Run.</summary>
internal interface IChildRuns
{
    /// <summary>Runs a child to its end, from where it is: it is begun, goes on, is redriven, or has ended.</summary>
    /// <param name="child">The child.</param>
    /// <param name="mayBeKnown">Whether it may have been begun before.</param>
    Task<ChildEnd> RunAsync(MapRunChild child, bool mayBeKnown);

    /// <summary>Stops a child that runs; <see cref="RunAsync"/> answers then.</summary>
    void Stop(long index);
}
