using Microsoft.Extensions.Logging;
using TaskOrchestration.Domain.Access;
using TaskOrchestration.Domain.Ports;

namespace TaskOrchestration.Api.Access.Auditing;

/// <summary>Writes requests into the audit journal, and stops changes while that cannot be written.</summary>
internal sealed class AuditedCalls(IAuditJournal journal, TimeProvider time, ILogger<AuditedCalls> log) : IAsyncDisposable
{
    private readonly RepeatedRefusals refusals = new();
    private int isForgetting;

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

    /// <summary>Writes a refusal; one that repeats another is counted, and the number written a second later.</summary>
    /// <param name="entry">The refusal.</param>
    /// <param name="action">The action as one of those that there are; empty for any other.</param>
    public async Task RecordRefusalAsync(AuditEntry entry, string action)
    {
        var worthNoting = refusals.Take(entry, action);
        if (worthNoting.Count == 0 && Interlocked.Exchange(ref isForgetting, 1) == 0)
        {
            _ = ForgetAsync();
        }

        foreach (var noted in worthNoting)
        {
            await RecordAsync(noted);
        }
    }

    /// <summary>Writes what was only counted so far.</summary>
    public async ValueTask DisposeAsync() => await WriteCountedAsync(all: true);

    private async Task ForgetAsync()
    {
        await Task.Delay(TimeSpan.FromSeconds(1), time);
        Volatile.Write(ref isForgetting, 0);
        await WriteCountedAsync(all: false);
    }

    private async Task WriteCountedAsync(bool all)
    {
        try
        {
            foreach (var counted in refusals.Forget(Now, all))
            {
                await RecordAsync(counted);
            }
        }
#pragma warning disable CA1031 // It is in the log, and the requests are answered.
        catch (Exception e)
#pragma warning restore CA1031
        {
            log.LogWarning(e, "How often requests were refused could not be written into the audit journal");
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
