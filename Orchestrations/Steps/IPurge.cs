namespace TaskOrchestration.Orchestrations.Steps;

/// <summary>Purges one kind of thing.</summary>
public interface IPurge
{
    /// <summary>What it purges: the name that RetentionSweep has for it.</summary>
    string Kind { get; }

    /// <summary>How long such things are kept; none for ever.</summary>
    TimeSpan? Keeps { get; }

    /// <summary>Deletes what is older than a moment, or a good part of it. May be repeated: what is gone is gone.</summary>
    ValueTask<Purged> PurgeAsync(DateTimeOffset before, CancellationToken cancellationToken = default);
}
