using TaskOrchestration.Domain.Ports;

namespace TaskOrchestration.Orchestrations.Steps;

/// <summary>Purges the answers that are given again under their idempotency keys.</summary>
public sealed class IdempotencyKeyPurge(RetentionOptions options, IIdempotencyStore answers) : IPurge
{
    /// <inheritdoc/>
    public string Kind => "idempotencyKeys";

    /// <inheritdoc/>
    public TimeSpan? Keeps => options.IdempotencyKeys;

    /// <inheritdoc/>
    public async ValueTask<Purged> PurgeAsync(DateTimeOffset before, CancellationToken cancellationToken = default) =>
        new(await answers.PurgeAsync(before, cancellationToken));
}
