using TaskOrchestration.Domain.Access;

namespace TaskOrchestration.Domain.Ports;

/// <summary>Who did what, one record after the other, never changed; see <see cref="AuditChain"/>.</summary>
public interface IAuditJournal
{
    /// <summary>Adds an entry. Once this returns, it is durable. Entries that come at the same time share the wait for the disk.</summary>
    ValueTask<AuditRecord> AppendAsync(AuditEntry entry, CancellationToken cancellationToken = default);

    /// <summary>The newest records that a query asks for, newest first.</summary>
    ValueTask<IReadOnlyList<AuditRecord>> ListAsync(AuditQuery query, int limit, CancellationToken cancellationToken = default);

    /// <summary>Checks every record against the one before it, and the end against where it was last noted.</summary>
    /// <param name="noted">A head that was noted elsewhere; none if there is none.</param>
    /// <param name="cancellationToken">Stops checking.</param>
    ValueTask<AuditVerification> VerifyAsync(AuditHead? noted = null, CancellationToken cancellationToken = default);
}
