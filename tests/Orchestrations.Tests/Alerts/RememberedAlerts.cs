using TaskOrchestration.Orchestrations.Alerts;

namespace TaskOrchestration.Orchestrations.Tests.Alerts;

/// <summary>What is known of alerts, in memory.</summary>
internal sealed class RememberedAlerts : IAlertMemory
{
    private AlertRecollection? kept;

    public AlertRecollection? Recall() => kept;

    public void Keep(AlertRecollection recollection) => kept = recollection with
    {
        States = new Dictionary<string, AlertState>(recollection.States),
        Notices = [.. recollection.Notices],
    };
}
