using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Orchestrations.Executions;

/// <summary>Counts the executions of machines from what lists say of them, the newest first and no more than a bounded number.</summary>
public sealed class ExecutionStatistics(IExecutionService executions)
{
    private const int PageSize = 1_000;

    /// <summary>How many executions of one status are looked at.</summary>
    public const int MostOfAStatus = 10_000;

    /// <summary>The executions of a machine that began in a time.</summary>
    /// <param name="stateMachineArn">The machine.</param>
    /// <param name="from">When it begins.</param>
    /// <param name="to">When it is over; later than its beginning.</param>
    /// <param name="parts">Into how many equal parts it is divided.</param>
    /// <param name="isVisible">Whether whoever asks may see an execution; null where they may see all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="RefusedException">There is no such machine, or its executions are not kept.</exception>
    public async Task<MachineMetrics> CountAsync(
        string stateMachineArn, DateTimeOffset from, DateTimeOffset to, int parts, Func<string, ValueTask<bool>>? isVisible, CancellationToken cancellationToken = default)
    {
        var whole = new MetricsTally(from);
        var length = (to - from) / parts;
        MetricsTally[] series = [.. Enumerable.Range(0, parts).Select(part => new MetricsTally(from + (length * part)))];
        var counted = 0;
        var isComplete = true;
        // One status after the other: lists are kept by status, so each row is read once.
        foreach (var status in Enum.GetValues<ExecutionStatus>())
        {
            var ofStatus = 0;
            await foreach (var execution in NewestAsync(stateMachineArn, status, cancellationToken))
            {
                if (execution.StartDate < from)
                {
                    break;
                }

                if (++ofStatus > MostOfAStatus)
                {
                    isComplete = false;
                    break;
                }

                counted++;
                if (execution.StartDate < to && (isVisible is null || await isVisible(execution.ExecutionArn)))
                {
                    whole.Add(execution);
                    series[Math.Min((int)((execution.StartDate - from) / length), parts - 1)].Add(execution);
                }
            }
        }

        return new MachineMetrics { Whole = whole.Part(), Series = [.. series.Select(part => part.Part())], Counted = counted, IsComplete = isComplete };
    }

    private async IAsyncEnumerable<ExecutionSummary> NewestAsync(
        string stateMachineArn, ExecutionStatus status, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? cursor = null;
        do
        {
            var page = await executions.ListAsync(stateMachineArn, status, PageSize, cursor, cancellationToken: cancellationToken);
            foreach (var execution in page.Items)
            {
                yield return execution;
            }

            cursor = page.Next;
        }
        while (cursor is not null);
    }
}
