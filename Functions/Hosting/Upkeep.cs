using Microsoft.Extensions.Logging;

namespace TaskOrchestration.Functions.Hosting;

/// <summary>Everything that has to be looked after by the clock.</summary>
public sealed class Upkeep(IEnumerable<UpkeepPart> parts, TimeProvider time, ILogger<Upkeep> logger)
{
    /// <summary>Looks after each part. One that fails keeps no other from its turn; it is said in the log, and at the end.</summary>
    /// <exception cref="AggregateException">Parts have failed. The next time they are tried again.</exception>
    public async ValueTask RunAsync(CancellationToken cancellationToken = default)
    {
        List<Exception> failures = [];
        foreach (var part in parts)
        {
            try
            {
                await part.RunAsync(time.GetUtcNow(), cancellationToken);
            }
#pragma warning disable CA1031 // One part's trouble is not the others'. It is logged, and thrown when all have had their turn.
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                logger.LogError(e, "Upkeep of {Part} failed and is tried again the next time", part.Name);
                failures.Add(e);
            }
        }

        if (failures.Count > 0)
        {
            throw new AggregateException("Upkeep has failed in part.", failures);
        }
    }
}
