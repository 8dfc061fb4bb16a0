namespace TaskOrchestration.Orchestrations.StatusEvents;

/// <summary>What an execution can be reported to have become. The order is that in which one run goes through them; stores keep the numbers.</summary>
public enum ReportedStatus
{
    /// <summary>Its Map Run has been redriven, and will come to it.</summary>
    PendingRedrive,

    /// <summary>It has begun, or begun again.</summary>
    Running,

    /// <summary>It has reached the end of its machine.</summary>
    Succeeded,

    /// <summary>A failure was not caught.</summary>
    Failed,

    /// <summary>Its time ran out.</summary>
    TimedOut,

    /// <summary>Someone stopped it.</summary>
    Aborted,
}
