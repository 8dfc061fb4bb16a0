namespace TaskOrchestration.Orchestrations.Stores;

/// <summary>A part of a list that one run through an index gives in order.</summary>
internal enum ListPhase
{
    /// <summary>All of it.</summary>
    Whole,

    /// <summary>The tasks with a due time, when the latest come first.</summary>
    Dated,

    /// <summary>Those without one, which come after them.</summary>
    Undated,
}
