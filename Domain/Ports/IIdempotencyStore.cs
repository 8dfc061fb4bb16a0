namespace TaskOrchestration.Domain.Ports;

/// <summary>Where answers are kept under the idempotency keys of their requests.</summary>
public interface IIdempotencyStore
{
    /// <summary>The answer kept under a key; none if there is none. Scopes and keys are compared exactly.</summary>
    ValueTask<IdempotentAnswer?> FindAsync(string scope, string key, CancellationToken cancellationToken = default);

    /// <summary>Keeps an answer, unless one is kept under its scope and key already: the first stays.</summary>
    /// <returns>The answer that is kept; durable.</returns>
    ValueTask<IdempotentAnswer> KeepAsync(IdempotentAnswer answer, CancellationToken cancellationToken = default);

    /// <summary>Forgets the answers that were given before a moment.</summary>
    /// <returns>How many.</returns>
    ValueTask<int> PurgeAsync(DateTimeOffset before, CancellationToken cancellationToken = default);
}
