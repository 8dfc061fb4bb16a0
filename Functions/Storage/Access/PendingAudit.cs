using TaskOrchestration.Domain.Access;

namespace TaskOrchestration.Functions.Storage.Access;

/// <summary>An entry that waits to become a record.</summary>
internal sealed class PendingAudit(AuditEntry entry)
{
    private readonly TaskCompletionSource<AuditRecord> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public AuditEntry Entry => entry;

    public Task<AuditRecord> Completion => completion.Task;

    public void Settle(AuditRecord record) => completion.TrySetResult(record);

    public void Fail(Exception failure) => completion.TrySetException(failure);
}
