namespace TaskOrchestration.Orchestrations.Alerts;

/// <summary>How a rule stands.</summary>
public enum AlertStatus
{
    /// <summary>All is well, and has been since the rule was first evaluated.</summary>
    Inactive,

    /// <summary>The threshold is exceeded, not for long enough yet.</summary>
    Pending,

    /// <summary>The threshold is exceeded, or was a moment ago.</summary>
    Firing,

    /// <summary>It fired, and all is well again.</summary>
    Resolved,
}
