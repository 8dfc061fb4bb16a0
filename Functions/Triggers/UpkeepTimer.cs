using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using TaskOrchestration.Functions.Hosting;

namespace TaskOrchestration.Functions.Triggers;

/// <summary>Looks after what a crash may have left half done, and after the schedules: on the local host loops do that, here one instance at a time is called for it.</summary>
public sealed class UpkeepTimer(Upkeep upkeep, DurableClients clients, ILogger<UpkeepTimer> logger)
{
    /// <summary>What the function is called.</summary>
    public const string Name = "Upkeep";

    /// <summary>Does it once, however many ticks were missed.</summary>
    [Function(Name)]
    public async Task RunAsync(
        [TimerTrigger($"%{SettingNames.UpkeepSchedule}%")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(timer);
        clients.Use(client);
        if (timer.IsPastDue)
        {
            logger.LogWarning("Upkeep comes late: it was due at {Due:O}", Ticks.DueTime(timer));
        }

        await upkeep.RunAsync(cancellationToken);
    }
}
