namespace TaskOrchestration.Orchestrations.MapRuns;

/// <summary>Which children of a Map Run are wanted.</summary>
public enum ChildFilter
{
    /// <summary>Those that have ended.</summary>
    Ended,

    /// <summary>Those that succeeded.</summary>
    Succeeded,

    /// <summary>Those that ended otherwise.</summary>
    Unsuccessful,

    /// <summary>Those that have been begun (since the last redrive, if they are to be redriven) and have not ended.</summary>
    Begun,

    /// <summary>Those that are to come.</summary>
    Pending,
}
