namespace TaskOrchestration.Orchestrations.Schedules;

/// <summary>What has become of a due time.</summary>
public enum FiringStatus
{
    /// <summary>It is to fire.</summary>
    Due,

    /// <summary>It waits for an earlier firing's execution to end.</summary>
    Queued,

    /// <summary>Its execution is being started, and perhaps has been: only starting it again under its name can tell.</summary>
    Starting,

    /// <summary>Its execution was started.</summary>
    Fired,

    /// <summary>It did not take place because an earlier firing's execution still ran.</summary>
    Skipped,

    /// <summary>Nobody was there for it, and the schedule's policy let it go.</summary>
    Missed,

    /// <summary>Its execution could not be started.</summary>
    Failed,
}
