using System.Globalization;
using Azure.Data.Tables;
using TaskOrchestration.Functions.Executions;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Functions.Storage.Executions;

/// <summary>The executions of each machine, version and alias, and the children of each Map Run, by where they stand, newest first.</summary>
/// <remarks>
/// Partition <c>MACHINE|Status</c>, the same of versions and aliases, or <c>MAP RUN|Status</c>, row <c>PLACE-HASH-redrives</c>. A run that ends gets its new row before the record says so, and loses the old one after;
/// who reads in between sees both and takes the later one. Each run has rows of its own, so nobody who comes late takes away what a later run has put there.
/// </remarks>
internal sealed class ExecutionIndex(EntityTable table)
{
    private const int LargestPage = 1_000;

    private readonly Lock gate = new();
    private long lastPlace;

    /// <summary>The place of an execution that begins now: those that begin here in one millisecond keep their order.</summary>
    public string NewPlace(DateTimeOffset startDate)
    {
        lock (gate)
        {
            var isSameMillisecond = startDate.UtcTicks / TimeSpan.TicksPerMillisecond == lastPlace / TimeSpan.TicksPerMillisecond;
            lastPlace = isSameMillisecond ? lastPlace + 1 : startDate.UtcTicks;
            return KeyOrder.Descending(lastPlace);
        }
    }

    /// <summary>Shows an execution where it stands.</summary>
    public async ValueTask ShowAsync(ExecutionRecord record, CancellationToken cancellationToken) =>
        await Task.WhenAll(record.ListedUnder.Select(list => table.PutAsync(RowOf(record, list), cancellationToken).AsTask()));

    /// <summary>Shows an execution no longer where it stood, in the run it was in then.</summary>
    public async ValueTask HideAsync(ExecutionRecord record, CancellationToken cancellationToken) =>
        await Task.WhenAll(record.ListedUnder.Select(list =>
            table.TryDeleteAsync(Partition(list, record.Status), RowKey(record), cancellationToken: cancellationToken).AsTask()));

    /// <summary>A part of the list (<see cref="IExecutionRecords.ListAsync"/>).</summary>
    public async ValueTask<RecordPage> ListAsync(string listArn, ExecutionStatus? status, bool? isRedriven, int limit, string? after, CancellationToken cancellationToken)
    {
        ExecutionStatus[] statuses = status is { } one ? [one] : Enum.GetValues<ExecutionStatus>();
        List<Entry> found = [];
        foreach (var each in statuses)
        {
            found.AddRange(await ReadAsync(listArn, each, isRedriven, limit + 1, after, cancellationToken));
        }

        List<Entry> shown = [.. found.GroupBy(entry => entry.Place, (_, rows) => Latest(rows)).OrderBy(entry => entry.Place, StringComparer.Ordinal).Take(limit + 1)];
        return new RecordPage([.. shown.Take(limit).Select(entry => entry.Summary)], shown.Count > limit ? shown[limit - 1].Place : null);
    }

    /// <summary>The row that shows an execution in a list.</summary>
    internal static TableEntity RowOf(ExecutionRecord record, string listArn)
    {
        var row = new TableEntity(Partition(listArn, record.Status), RowKey(record))
        {
            ["Arn"] = record.Start.ExecutionArn,
            ["Name"] = record.Start.Name,
            ["StartDate"] = record.StartDate,
            ["RedriveCount"] = record.RedriveCount,
        };
        if (record.Child is { } child)
        {
            row["Machine"] = record.Start.StateMachineArn;
            row["ItemCount"] = child.ItemCount;
        }

        if (record.Start.Version is { } version)
        {
            row["Machine"] = record.Start.StateMachineArn;
            row["Version"] = version;
        }

        if (record.Start.Alias is { } alias)
        {
            row["Alias"] = alias;
        }

        if (record.StopDate is { } stopDate)
        {
            row["StopDate"] = stopDate;
        }

        if (record.RedriveDate is { } redriveDate)
        {
            row["RedriveDate"] = redriveDate;
        }

        return row;
    }

    private async ValueTask<IReadOnlyCollection<Entry>> ReadAsync(
        string listArn, ExecutionStatus status, bool? isRedriven, int limit, string? after, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition(listArn, status)} and RowKey gt {after + "."}");
        filter += isRedriven switch
        {
            true => " and RedriveCount gt 0",
            false => " and RedriveCount eq 0",
            null => "",
        };
        var found = new Dictionary<string, Entry>(StringComparer.Ordinal);
        string? continuation = null;
        do
        {
            var page = await table.PageAsync(filter, Math.Min(limit, LargestPage), continuation, select: null, cancellationToken);
            foreach (var row in page.Entities)
            {
                var entry = new Entry(row.RowKey[..row.RowKey.LastIndexOf('-')], Summary(listArn, status, row));
                found[entry.Place] = entry;
            }

            continuation = page.Continuation;
        }
        while (continuation is not null && found.Count < limit);

        return found.Values;
    }

    private static Entry Latest(IEnumerable<Entry> rows) => rows.MaxBy(row => (row.Summary.RedriveCount, row.Summary.Status != ExecutionStatus.Running))!;

    private static ExecutionSummary Summary(string listArn, ExecutionStatus status, TableEntity row) => new()
    {
        ExecutionArn = row.GetString("Arn"),
        StateMachineArn = row.GetString("Machine") ?? listArn,
        Version = row.GetInt32("Version"),
        Alias = row.GetString("Alias"),
        Name = row.GetString("Name"),
        Status = status,
        StartDate = row.GetDateTimeOffset("StartDate") ?? default,
        StopDate = row.GetDateTimeOffset("StopDate"),
        RedriveCount = row.GetInt32("RedriveCount") ?? 0,
        RedriveDate = row.GetDateTimeOffset("RedriveDate"),
        MapRunArn = row.GetInt32("ItemCount") is null ? null : listArn,
        ItemCount = row.GetInt32("ItemCount"),
    };

    private static string Partition(string listArn, ExecutionStatus status) => $"{KeyText.Of(listArn)}|{status}";

    private static string RowKey(ExecutionRecord record) =>
        string.Create(CultureInfo.InvariantCulture, $"{record.Place}-{ExecutionKeys.Of(record.Start.ExecutionArn).Hash}-{record.RedriveCount:D4}");

    /// <summary>A row: the place of its execution, and what it shows.</summary>
    private sealed record Entry(string Place, ExecutionSummary Summary);
}
