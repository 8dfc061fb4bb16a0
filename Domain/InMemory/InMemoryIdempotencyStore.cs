using TaskOrchestration.Domain.Ports;

namespace TaskOrchestration.Domain.InMemory;

/// <summary>Answers under idempotency keys, for as long as the process lives.</summary>
public sealed class InMemoryIdempotencyStore : IIdempotencyStore
{
    private readonly Lock gate = new();
    private readonly Dictionary<(string Scope, string Key), IdempotentAnswer> answers = [];

    /// <inheritdoc/>
    public ValueTask<IdempotentAnswer?> FindAsync(string scope, string key, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            return ValueTask.FromResult(answers.GetValueOrDefault((scope, key)));
        }
    }

    /// <inheritdoc/>
    public ValueTask<IdempotentAnswer> KeepAsync(IdempotentAnswer answer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(answer);
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            answers.TryAdd((answer.Scope, answer.Key), answer);
            return ValueTask.FromResult(answers[(answer.Scope, answer.Key)]);
        }
    }

    /// <inheritdoc/>
    public ValueTask<int> PurgeAsync(DateTimeOffset before, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            var old = answers.Where(each => each.Value.At < before).Select(each => each.Key).ToList();
            old.ForEach(key => answers.Remove(key));
            return ValueTask.FromResult(old.Count);
        }
    }
}
