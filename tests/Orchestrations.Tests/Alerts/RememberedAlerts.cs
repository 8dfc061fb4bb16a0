using TaskOrchestration.Orchestrations.Alerts;

namespace TaskOrchestration.Orchestrations.Tests.Alerts;

/// <summary>What is known of alerts, in memory.</summary>
internal sealed class RememberedAlerts : IAlertMemory
{
    private AlertRecollection? kept;

    public ValueTask<AlertRecollection?> RecallAsync(CancellationToken cancellationToken = default) => ValueTask.FromResult(kept);

    public ValueTask KeepAsync(AlertRecollection recollection, CancellationToken cancellationToken = default)
    {
        kept = recollection with
        {
            States = new Dictionary<string, AlertState>(recollection.States),
            Notices = [.. recollection.Notices],
        };
        return ValueTask.CompletedTask;
    }
}
