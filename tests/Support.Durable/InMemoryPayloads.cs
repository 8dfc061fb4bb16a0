using System.Collections.Concurrent;
using TaskOrchestration.Functions.Durable.Payloads;

namespace TaskOrchestration.Support.Durable;

/// <summary>Long texts that last as long as the process.</summary>
public sealed class InMemoryPayloads : IPayloads
{
    private readonly ConcurrentDictionary<string, string> texts = [];

    /// <summary>The names of what is there.</summary>
    public IReadOnlyList<string> Names => [.. texts.Keys.Order(StringComparer.Ordinal)];

    /// <inheritdoc/>
    public Task WriteAsync(string name, string text, CancellationToken cancellationToken = default)
    {
        texts[name] = text;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<string> ReadAsync(string name, CancellationToken cancellationToken = default) =>
        Task.FromResult(texts.TryGetValue(name, out var text) ? text : throw new InvalidOperationException($"expected a text {name}, found none"));

    /// <inheritdoc/>
    public Task DeleteAllAsync(string instanceId, CancellationToken cancellationToken = default)
    {
        foreach (var name in Names.Where(name => name.StartsWith($"{instanceId}/", StringComparison.Ordinal)))
        {
            texts.TryRemove(name, out _);
        }

        return Task.CompletedTask;
    }
}
