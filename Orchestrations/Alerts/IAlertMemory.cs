namespace TaskOrchestration.Orchestrations.Alerts;

/// <summary>Keeps what is known of alerts over a restart.</summary>
public interface IAlertMemory
{
    /// <summary>What was last kept; none if nothing was, or if it cannot be read any more.</summary>
    ValueTask<AlertRecollection?> RecallAsync(CancellationToken cancellationToken = default);

    /// <summary>Keeps it, durably if that is possible just now.</summary>
    ValueTask KeepAsync(AlertRecollection recollection, CancellationToken cancellationToken = default);
}
