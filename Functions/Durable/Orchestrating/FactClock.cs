using Microsoft.DurableTask;

namespace TaskOrchestration.Functions.Durable.Orchestrating;

/// <summary>The time of facts: that of the orchestrator, in whole milliseconds, and never earlier than it was before.</summary>
/// <remarks>Episodes run on different hosts, whose clocks differ a little; and a timer may come a moment before its time by the clock of the host it comes to.</remarks>
internal sealed class FactClock(TaskOrchestrationContext context, DateTimeOffset begin)
{
    private DateTimeOffset latest = begin;

    /// <summary>The time.</summary>
    public DateTimeOffset Now
    {
        get
        {
            AtLeast(DateTimeOffset.FromUnixTimeMilliseconds(Episode.ToUnixTimeMilliseconds()));
            return latest;
        }
    }

    /// <summary>The moment the present episode began, as it is: what happened at another one is history already.</summary>
    public DateTimeOffset Episode => new(DateTime.SpecifyKind(context.CurrentUtcDateTime, DateTimeKind.Utc));

    /// <summary>Says that this moment has come, whatever the host's clock says.</summary>
    public void AtLeast(DateTimeOffset moment)
    {
        if (moment > latest)
        {
            latest = moment;
        }
    }
}
