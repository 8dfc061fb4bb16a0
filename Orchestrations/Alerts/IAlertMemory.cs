namespace TaskOrchestration.Orchestrations.Alerts;

/// <summary>Keeps what is known of alerts over a restart.</summary>
public interface IAlertMemory
{
    /// <summary>What was last kept; none if nothing was, or if it cannot be read any more.</summary>
    AlertRecollection? Recall();

    /// <summary>Keeps it, durably.</summary>
    void Keep(AlertRecollection recollection);
}
