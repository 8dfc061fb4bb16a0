using System.Collections.Concurrent;

namespace TaskOrchestration.Api.Rest.Idempotency;

/// <summary>The idempotency keys of requests that are being answered right now.</summary>
internal sealed class RequestsUnderWay
{
    private readonly ConcurrentDictionary<(string Scope, string Key), bool> _keys = new();

    public bool TryBegin(string scope, string key) => _keys.TryAdd((scope, key), value: true);

    public void End(string scope, string key) => _keys.TryRemove((scope, key), out _);
}
