namespace TaskOrchestration.StatesLanguage.Testing;

/// <summary>What became of a state that was tried.</summary>
public enum StateTrialStatus
{
    /// <summary>It has an output.</summary>
    Succeeded,

    /// <summary>It failed for good.</summary>
    Failed,

    /// <summary>It failed and would be retried.</summary>
    Retriable,

    /// <summary>It failed and a catcher took the failure.</summary>
    CaughtError,
}
