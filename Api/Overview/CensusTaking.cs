using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.Api.Overview;

/// <summary>Looks at executions, for at most so much work: a dashboard is asked for often, and by many at once.</summary>
internal sealed class CensusTaking(StateMachineCatalog catalog, IExecutionService executions, TimeProvider time)
{
    /// <summary>How many executions are looked at.</summary>
    internal const int Most = 20_000;

    private const int PageSize = 1_000;

    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(3);

    private readonly Lock gate = new();
    private (int Hours, DateTimeOffset At, Task<Census> Census)? last;

    /// <summary>What is found, or was some seconds ago. Those who ask meanwhile share what is being looked up.</summary>
    public Task<Census> TakeAsync(int hours, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            if (last is not { Census.IsFaulted: false } recent || recent.Hours != hours || (recent.Census.IsCompleted && now - recent.At >= Freshness))
            {
                recent = (hours, now, Task.Run(() => TakeAsync(now, now.AddHours(-hours)), CancellationToken.None));
                last = recent;
            }

            return recent.Census.WaitAsync(cancellationToken);
        }
    }

    /// <summary>For all who wait for it, so that none of them can call it off.</summary>
    private async Task<Census> TakeAsync(DateTimeOffset now, DateTimeOffset since)
    {
        var (found, left) = (new Dictionary<string, ExecutionSummary>(), Most);
        var today = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero);
        var from = today < since ? today : since;
        var machines = await MachinesAsync();
        var isComplete = true;
        foreach (var (status, oldest) in new (ExecutionStatus?, DateTimeOffset)[] { (ExecutionStatus.Running, DateTimeOffset.MinValue), (null, from) })
        {
            foreach (var machine in machines)
            {
                (var isWhole, left) = await ReadAsync(machine, status, oldest, left, found);
                isComplete &= isWhole;
            }
        }

        return new Census(now, since, [.. found.Values], isComplete);
    }

    private async ValueTask<List<string>> MachinesAsync()
    {
        var arns = new List<string>();
        string? cursor = null;
        do
        {
            var page = await catalog.ListAsync(PageSize, cursor);
            arns.AddRange(page.Items.Where(machine => machine.Type == StateMachineType.Standard).Select(machine => machine.Arn));
            cursor = page.Next;
        }
        while (cursor is not null);

        return arns;
    }

    private async ValueTask<(bool IsWhole, int Left)> ReadAsync(
        string machine, ExecutionStatus? status, DateTimeOffset from, int left, Dictionary<string, ExecutionSummary> found)
    {
        string? cursor = null;
        do
        {
            if (left <= 0)
            {
                return (false, 0);
            }

            var page = await executions.ListAsync(machine, status, Math.Min(PageSize, left), cursor);
            left -= page.Items.Count;
            foreach (var execution in page.Items.Where(execution => execution.StartDate >= from))
            {
                found[execution.ExecutionArn] = execution;
            }

            cursor = page.Items is [.., { } last] && last.StartDate < from ? null : page.Next;
        }
        while (cursor is not null);

        return (true, left);
    }
}
