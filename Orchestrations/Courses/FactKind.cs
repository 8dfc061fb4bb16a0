namespace TaskOrchestration.Orchestrations.Courses;

/// <summary>What happened to an execution.</summary>
public enum FactKind
{
    /// <summary>It began.</summary>
    Started,

    /// <summary>A worker has taken a task up.</summary>
    TaskStarted,

    /// <summary>A service has accepted a task.</summary>
    TaskSubmitted,

    /// <summary>A task has given a sign of life.</summary>
    TaskHeartbeat,

    /// <summary>A task has yielded a result.</summary>
    TaskSucceeded,

    /// <summary>A task has failed.</summary>
    TaskFailed,

    /// <summary>A moment has come that was waited for.</summary>
    TimerFired,

    /// <summary>It goes on after a long stretch without a pause.</summary>
    Continued,

    /// <summary>Somebody has stopped it.</summary>
    Stopped,

    /// <summary>Somebody has redriven it.</summary>
    Redriven,
}
