using TaskOrchestration.Orchestrations.MapRuns;
using TaskOrchestration.Orchestrations.Steps;

namespace TaskOrchestration.Functions.Executions;

/// <summary>Forgets Map Runs that ended long ago. Their children are executions and are forgotten as such.</summary>
internal sealed class MapRunRetention(IMapRunStore runs, DurableOptions options) : IPurge
{
    // One may have had many thousand children.
    private const int Portion = 1;

    /// <inheritdoc/>
    public string Kind => "map-runs";

    /// <inheritdoc/>
    public TimeSpan? Keeps => options.Retention;

    /// <inheritdoc/>
    public async ValueTask<Purged> PurgeAsync(DateTimeOffset before, CancellationToken cancellationToken = default)
    {
        var count = await runs.PurgeAsync(before, Portion, cancellationToken);
        return new Purged(count, IsMore: count == Portion);
    }
}
