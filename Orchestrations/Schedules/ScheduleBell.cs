namespace TaskOrchestration.Orchestrations.Schedules;

/// <summary>What those share who work on schedules: one at a time, and whoever has changed something rings.</summary>
public sealed class ScheduleBell : IDisposable
{
    /// <summary>Something has changed that may be a reason to look at the schedules before the next due time.</summary>
    public event EventHandler? Rang;

    /// <summary>Held by whoever reads and then writes.</summary>
    internal SemaphoreSlim Turn { get; } = new(1, 1);

    /// <summary>Says that something has changed.</summary>
    public void Ring() => Rang?.Invoke(this, EventArgs.Empty);

    /// <inheritdoc/>
    public void Dispose() => Turn.Dispose();
}
