using TaskOrchestration.Domain.Access;

namespace TaskOrchestration.Orchestrations.Access;

/// <summary>An entry that waits for its place in the audit journal.</summary>
internal sealed class PendingAudit(AuditEntry entry)
{
    private readonly TaskCompletionSource<AuditRecord> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public AuditEntry Entry => entry;

    /// <summary>Completes when the record is on disk.</summary>
    public Task<AuditRecord> Completion => completion.Task;

    /// <summary>The record, once its transaction is written and before it is on disk.</summary>
    public AuditRecord? Record { get; set; }

    public void Settle() => completion.SetResult(Record!);

    public void Fail(Exception why) => completion.SetException(why);
}
