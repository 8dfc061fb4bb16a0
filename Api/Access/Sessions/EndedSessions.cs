using System.Collections.Concurrent;
using TaskOrchestration.Domain.Ports;

namespace TaskOrchestration.Api.Access.Sessions;

/// <summary>Which sessions were ended before their time.</summary>
/// <remarks>
/// They are kept beside the answers to idempotency keys, which outlast any session and are cleared away in time. What is found there is believed for
/// some seconds, so another instance may take a session that long after it was ended.
/// </remarks>
internal sealed class EndedSessions(IIdempotencyStore store, TimeProvider time)
{
    private const string Scope = "ended sessions";
    private const int MostKnown = 10_000;

    private static readonly TimeSpan Belief = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, (DateTimeOffset At, bool IsEnded)> known = [];

    public async ValueTask AddAsync(string id, CancellationToken cancellationToken)
    {
        await store.KeepAsync(new IdempotentAnswer { Scope = Scope, Key = id, RequestHash = "", Status = 204, At = time.GetUtcNow() }, cancellationToken);
        known[id] = (time.GetUtcNow(), true);
    }

    public async ValueTask<bool> ContainsAsync(string id, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (known.TryGetValue(id, out var last) && (last.IsEnded || now - last.At < Belief))
        {
            return last.IsEnded;
        }

        var isEnded = await store.FindAsync(Scope, id, cancellationToken) is not null;
        if (known.Count >= MostKnown)
        {
            known.Clear();
        }

        known[id] = (now, isEnded);
        return isEnded;
    }
}
