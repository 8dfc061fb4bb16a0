using TaskOrchestration.Domain.Access;

namespace TaskOrchestration.Api.Access.Auditing;

/// <summary>Lets of refusals that are alike one a second into the audit journal, and counts the others, so that a flood of them does not fill the disk.</summary>
/// <remarks>Alike are those of one caller from one address with one outcome for one action. When very many kinds come at once, all further ones count as alike.</remarks>
internal sealed class RepeatedRefusals(int room = 10_000)
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private readonly Dictionary<Kind, Held> kinds = [];

    /// <summary>Takes in a refusal.</summary>
    /// <returns>What is to be written: nothing while one like it was written within the second.</returns>
    public IReadOnlyList<AuditEntry> Take(AuditEntry refusal, string action)
    {
        lock (gate)
        {
            var kind = new Kind(refusal.Who, refusal.Address, refusal.Outcome, action);
            if (!kinds.ContainsKey(kind) && kinds.Count >= room)
            {
                kind = new Kind("", "", "", "");
            }

            if (!kinds.TryGetValue(kind, out var held) || refusal.Time - held.Since >= Period)
            {
                kinds[kind] = new Held(refusal.Time, 0, refusal);
                return held is { Count: > 0 } ? [Summary(held), refusal] : [refusal];
            }

            kinds[kind] = held with { Count = held.Count + 1, Last = refusal };
            return [];
        }
    }

    /// <summary>Forgets those kinds of which none has come for a second, or all.</summary>
    /// <returns>What is to be written of them.</returns>
    public IReadOnlyList<AuditEntry> Forget(DateTimeOffset now, bool all = false)
    {
        lock (gate)
        {
            var over = kinds.Where(kind => all || now - kind.Value.Since >= Period).ToList();
            over.ForEach(kind => kinds.Remove(kind.Key));
            return [.. over.Where(kind => kind.Value.Count > 0).Select(kind => Summary(kind.Value))];
        }
    }

    private static AuditEntry Summary(Held held) => held.Count == 1 ? held.Last : held.Last with { Resource = $"{held.Count} times within a second, the last time {held.Last.Resource}" };

    private sealed record Kind(string Who, string Address, string Outcome, string Action);

    private sealed record Held(DateTimeOffset Since, int Count, AuditEntry Last);
}
