using TaskOrchestration.Domain.Access;
using TaskOrchestration.Domain.Ports;

namespace TaskOrchestration.Domain.InMemory;

/// <summary>The audit journal, for as long as the process lives.</summary>
public sealed class InMemoryAuditJournal : IAuditJournal
{
    private readonly Lock gate = new();
    private readonly List<AuditRecord> records = [];

    /// <inheritdoc/>
    public ValueTask<AuditRecord> AppendAsync(AuditEntry entry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        lock (gate)
        {
            records.Add(AuditChain.Append(records.Count + 1, entry, records.Count > 0 ? records[^1].Hash : AuditChain.Beginning));
            return ValueTask.FromResult(records[^1]);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<AuditRecord>> ListAsync(AuditQuery query, int limit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        lock (gate)
        {
            return ValueTask.FromResult<IReadOnlyList<AuditRecord>>([.. Enumerable.Reverse(records).Where(query.Asks).Take(limit)]);
        }
    }

    /// <inheritdoc/>
    public ValueTask<AuditVerification> VerifyAsync(AuditHead? noted = null, CancellationToken cancellationToken = default)
    {
        var verifier = new AuditVerifier(noted is null ? [] : [noted]);
        lock (gate)
        {
            // What is broken stays so, whatever comes after.
            _ = records.TrueForAll(verifier.Accept);
            return ValueTask.FromResult(verifier.Finish());
        }
    }
}
