using Azure.Data.Tables;
using TaskOrchestration.Functions.Executions;
using TaskOrchestration.Functions.Storage;
using TaskOrchestration.Functions.Storage.Executions;
using TaskOrchestration.Functions.Tests.Executions;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.Support;

namespace TaskOrchestration.Functions.Tests.Storage.Executions;

public sealed class ExecutionIndexTests
{
    private const int Count = 10_000;
    private const string Machine = "arn:aws:states:us-east-1:123456789012:stateMachine:machine";

    private readonly EntityTable table = EmulatedTables.Create()[TableNames.ExecutionIndex];
    private readonly ExecutionIndex index;

    public ExecutionIndexTests() => index = new ExecutionIndex(table);

    [Fact]
    public async Task Pages_through_ten_thousand_executions_in_order()
    {
        List<ExecutionRecord> records = [.. Enumerable.Range(0, Count).Select(Begun)];
        foreach (var group in records.GroupBy(record => record.Status).SelectMany(group => group.Chunk(100)))
        {
            Assert.Null(await table.TrySubmitAsync([.. group.Select(record => new TableTransactionAction(TableTransactionActionType.Add, ExecutionIndex.RowOf(record, Machine)))]));
        }

        records.Reverse();
        Assert.Equal(records.Select(record => record.Summary), await ReadAsync(status: null, limit: 1_000));
        Assert.Equal(records.Where(record => record.Status == ExecutionStatus.Failed).Select(record => record.Summary), await ReadAsync(ExecutionStatus.Failed, limit: 77));
    }

    [Fact]
    public async Task Shows_an_execution_once_while_it_moves()
    {
        var running = Begun(0);
        var ended = running with { Status = ExecutionStatus.Failed, StopDate = running.StartDate.AddSeconds(1) };
        var redriven = running with { RedriveCount = 1, RedriveDate = running.StartDate.AddSeconds(2) };
        await index.ShowAsync(running, CancellationToken.None);
        await index.ShowAsync(ended, CancellationToken.None);
        Assert.Equal([ended.Summary], await ReadAsync(status: null, limit: 1));

        await index.HideAsync(running, CancellationToken.None);
        await index.ShowAsync(redriven, CancellationToken.None);
        Assert.Equal([redriven.Summary], await ReadAsync(status: null, limit: 1));

        // Somebody comes late with the end before the redrive.
        await index.HideAsync(running, CancellationToken.None);
        await index.HideAsync(ended, CancellationToken.None);
        Assert.Equal([redriven.Summary], await ReadAsync(status: null, limit: 1));
    }

    /// <summary>Three begin in every millisecond.</summary>
    private ExecutionRecord Begun(int number)
    {
        var record = RecordSamples.Record(Machine, $"run{number}", startDate: Simulation.Beginning.AddMilliseconds(number / 3));
        return record with { Place = index.NewPlace(record.StartDate), Status = (ExecutionStatus)(number % 5) };
    }

    private async Task<IReadOnlyList<ExecutionSummary>> ReadAsync(ExecutionStatus? status, int limit)
    {
        List<ExecutionSummary> found = [];
        RecordPage? page = null;
        while (page is null || page.Last is not null)
        {
            page = await index.ListAsync(Machine, status, isRedriven: null, limit, page?.Last, CancellationToken.None);
            Assert.InRange(page.Records.Count, 1, limit);
            found.AddRange(page.Records);
        }

        return found;
    }
}
