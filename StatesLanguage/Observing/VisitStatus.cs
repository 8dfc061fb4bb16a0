namespace TaskOrchestration.StatesLanguage.Observing;

/// <summary>What became of a state once it was entered.</summary>
public enum VisitStatus
{
    /// <summary>The execution is in it.</summary>
    Running,

    /// <summary>It was left with success.</summary>
    Succeeded,

    /// <summary>It failed, and a catcher took the failure.</summary>
    CaughtError,

    /// <summary>It failed and waits to be tried again.</summary>
    Retriable,

    /// <summary>It failed for good.</summary>
    Failed,

    /// <summary>It was cut short by something else.</summary>
    Aborted,
}
