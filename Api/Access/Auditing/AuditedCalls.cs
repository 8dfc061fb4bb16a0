using Microsoft.Extensions.Logging;
using TaskOrchestration.Domain.Access;
using TaskOrchestration.Domain.Ports;

namespace TaskOrchestration.Api.Access.Auditing;

/// <summary>Writes requests into the audit journal, and stops changes while that cannot be written.</summary>
internal sealed class AuditedCalls(IAuditJournal journal, TimeProvider time, ILogger<AuditedCalls> log)
{
    private volatile bool isFailing;

    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Writes an entry; returns once it is durable.</summary>
    /// <exception cref="Exception">It cannot be written. Then the answer to its request must not be sent.</exception>
    public async Task RecordAsync(AuditEntry entry)
    {
        try
        {
            await journal.AppendAsync(entry);
            isFailing = false;
        }
        catch (Exception e)
        {
            isFailing = true;
            log.LogError(e, "The audit journal cannot be written; until it can, requests that change something are refused");
            throw;
        }
    }

    /// <summary>Whether entries can be written. After one that could not, this tries with an entry of its own.</summary>
    public async ValueTask<bool> CanRecordAsync()
    {
        if (!isFailing)
        {
            return true;
        }

        try
        {
            await journal.AppendAsync(new AuditEntry { Time = Now, Who = "audit", Action = "audit:resumed", Outcome = "ok" });
            isFailing = false;
        }
#pragma warning disable CA1031 // Why it fails is in the log since it began to.
        catch (Exception)
#pragma warning restore CA1031
        {
            return false;
        }

        return true;
    }
}
