using System.Collections.ObjectModel;
using TaskOrchestration.StatesLanguage.History;

namespace TaskOrchestration.Cli.Running;

/// <summary>A history that tells of each event as it comes.</summary>
public sealed class WatchedHistory(DateTimeOffset start, Action<HistoryEvent> watch) : Collection<HistoryEvent>
{
    private readonly EventClock _clock = new(start);

    /// <summary>A clock that shows the time of the last event: in virtual time, the only time there is.</summary>
    public TimeProvider Clock => _clock;

    /// <inheritdoc/>
    protected override void InsertItem(int index, HistoryEvent item)
    {
        ArgumentNullException.ThrowIfNull(item);
        base.InsertItem(index, item);
        _clock.Now = item.Timestamp;
        watch(item);
    }

    private sealed class EventClock(DateTimeOffset start) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = start;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
