using TaskOrchestration.Orchestrations.MapRuns;
using TaskOrchestration.Orchestrations.Steps;

namespace TaskOrchestration.Functions.Executions;

/// <summary>Forgets Map Runs that ended long ago. Their children are executions and are forgotten as such.</summary>
internal sealed class MapRunRetention(IMapRunStore runs, DurableOptions options) : IPurge
{
    // One may have had many thousand children.
    private const int Portion = 1;

    // An execution that is forgotten has to find its Map Runs: their orchestrations are forgotten with it.
    private static readonly TimeSpan AfterExecutions = TimeSpan.FromDays(2);

    /// <inheritdoc/>
    public string Kind => "map-runs";

    /// <inheritdoc/>
    public TimeSpan? Keeps => options.Retention + AfterExecutions;

    /// <inheritdoc/>
    public async ValueTask<Purged> PurgeAsync(DateTimeOffset before, CancellationToken cancellationToken = default)
    {
        var count = await runs.PurgeAsync(before, Portion, cancellationToken);
        return new Purged(count, IsMore: count == Portion);
    }
}
