using System.Collections.Concurrent;
using TaskOrchestration.Functions.Durable.Payloads;

namespace TaskOrchestration.Support.Durable.Worlds;

/// <summary>Texts that lie elsewhere, in memory.</summary>
public sealed class InMemoryPayloads : IPayloads
{
    private readonly ConcurrentDictionary<string, string> texts = new();

    /// <summary>The names of all that are there.</summary>
    public IEnumerable<string> Names => texts.Keys;

    /// <inheritdoc/>
    public Task WriteAsync(string name, string text, CancellationToken cancellationToken = default)
    {
        texts[name] = text;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<string> ReadAsync(string name, CancellationToken cancellationToken = default) =>
        Task.FromResult(texts.TryGetValue(name, out var text) ? text : throw new FileNotFoundException($"expected a text under the name '{name}', found none"));

    /// <inheritdoc/>
    public Task DeleteAllAsync(string instanceId, CancellationToken cancellationToken = default)
    {
        foreach (var name in texts.Keys.Where(name => name.StartsWith($"{instanceId}/", StringComparison.Ordinal)))
        {
            texts.TryRemove(name, out _);
        }

        return Task.CompletedTask;
    }
}
