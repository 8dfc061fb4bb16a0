using System.Globalization;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.Parsing;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.Functions.Executions;

/// <summary>What one can learn about STANDARD executions. It reads what is on record and never asks Durable Functions.</summary>
internal sealed class RecordedExecutions(IExecutionRecords records, IStateMachineStore store, StateMachineCatalog catalog, ParsedMachines machines, FactMemory memory, TimeProvider time)
{
    private readonly RecentHistories<(string Arn, int RedriveCount, DateTimeOffset? StopDate)> ended = new();

    /// <summary>The execution.</summary>
    /// <exception cref="RefusedException">There is no such execution.</exception>
    public async ValueTask<ExecutionRecord> FindAsync(string executionArn, CancellationToken cancellationToken) =>
        await records.FindAsync(executionArn, cancellationToken) ?? throw new RefusedException(Refusal.ExecutionDoesNotExist, $"Execution Does Not Exist: '{executionArn}'");

    /// <summary>See <see cref="IExecutionService.DescribeAsync"/>.</summary>
    public async ValueTask<ExecutionDescription> DescribeAsync(string executionArn, CancellationToken cancellationToken)
    {
        var record = await FindAsync(executionArn, cancellationToken);
        var obstacle = await RedriveObstacleAsync(record, time.GetUtcNow(), cancellationToken);
        return new ExecutionDescription
        {
            Summary = record.Summary,
            Parent = record.Start.Parent,
            Input = record.Start.Input,
            Output = record.Output,
            Failure = record.Failure,
            RedriveStatus = obstacle is not null ? RedriveStatus.NotRedrivable : record.Child is null ? RedriveStatus.Redrivable : RedriveStatus.RedrivableByMapRun,
            RedriveStatusReason = obstacle,
        };
    }

    /// <summary>Why an execution may not be redriven at a moment, in AWS's words; null if it may.</summary>
    public async ValueTask<string?> RedriveObstacleAsync(ExecutionRecord record, DateTimeOffset at, CancellationToken cancellationToken) =>
        RedriveRules.WhyNot(record.Status, record.StartDate, record.StopDate, record.RedriveCount, record.EventCount, record.Start.Limits, at)
        ?? (await store.FindAsync(record.StoredMachineArn, cancellationToken) is null ? "State machine is in DELETING status" : null);

    /// <summary>See <see cref="IExecutionService.DescribeStateMachineAsync"/>.</summary>
    public async ValueTask<StateMachineRecord> DescribeStateMachineAsync(string executionArn, CancellationToken cancellationToken)
    {
        var record = await FindAsync(executionArn, cancellationToken);
        var machine = await store.FindRevisionAsync(record.Revision, cancellationToken)
            ?? throw new InvalidOperationException($"expected revision {record.Revision} of the machine of {executionArn}, found none");
        return record.Child is null ? machine : await MachineOfChildrenAsync(machine, record, record.Child.StateName, cancellationToken);
    }

    /// <summary>See <see cref="IExecutionService.ListAsync"/>.</summary>
    public async ValueTask<Page<ExecutionSummary>> ListAsync(
        string stateMachineArn, ExecutionStatus? status, int limit, string? cursor, bool? isRedriven, CancellationToken cancellationToken)
    {
        var machine = await catalog.FindMachineAsync(stateMachineArn, cancellationToken);
        if (machine.Type == StateMachineType.Express)
        {
            throw new RefusedException(Refusal.StateMachineTypeNotSupported, "This operation is not supported by this type of state machine");
        }

        var query = $"executions {stateMachineArn} {status} {isRedriven}";
        var page = await records.ListAsync(stateMachineArn, status, isRedriven, limit, cursor is null ? null : Cursor.Read(cursor, query), cancellationToken);
        return new Page<ExecutionSummary>([.. page.Records], page.Last is null ? null : Cursor.Write(page.Last, query));
    }

    /// <summary>See <see cref="IExecutionService.GetHistoryAsync"/>.</summary>
    public async ValueTask<Page<HistoryEvent>> GetHistoryAsync(string executionArn, bool reverse, int limit, string? cursor, CancellationToken cancellationToken)
    {
        var query = $"history {executionArn} {reverse}";
        var record = await FindAsync(executionArn, cancellationToken);
        long? after = cursor is null ? null : Position(cursor, query);
        var (events, hasMore) = await ReadHistoryAsync(record, reverse, after, limit, cancellationToken);
        return new Page<HistoryEvent>([.. events], hasMore && events.Count > 0 ? Cursor.Write(events[^1].Id.ToString(CultureInfo.InvariantCulture), query) : null);
    }

    /// <summary>The children of a Map Run that is known, newest first.</summary>
    public async ValueTask<Page<ExecutionSummary>> ListChildrenAsync(
        string mapRunArn, ExecutionStatus? status, int limit, string? cursor, bool? isRedriven, CancellationToken cancellationToken)
    {
        var query = $"children {mapRunArn} {status} {isRedriven}";
        var page = await records.ListAsync(mapRunArn, status, isRedriven, limit, cursor is null ? null : Cursor.Read(cursor, query), cancellationToken);
        return new Page<ExecutionSummary>([.. page.Records], page.Last is null ? null : Cursor.Write(page.Last, query));
    }

    /// <summary>The machine of a Map's children: it is stored nowhere, but this is what it would look like if it were.</summary>
    private async ValueTask<StateMachineRecord> MachineOfChildrenAsync(StateMachineRecord whole, ExecutionRecord child, string mapName, CancellationToken cancellationToken) => whole with
    {
        Arn = child.Start.StateMachineArn,
        Name = child.Start.StateMachineName,
        Definition = DefinitionWriter.Write(await machines.FindAsync(child.Revision, mapName, cancellationToken)).ToString(),
    };

    /// <summary>One that has ended is derived once for all pages. One that runs is derived anew: facts that were read may turn out never to have happened.</summary>
    private async ValueTask<(IReadOnlyList<HistoryEvent> Events, bool HasMore)> ReadHistoryAsync(
        ExecutionRecord record, bool reverse, long? after, int limit, CancellationToken cancellationToken)
    {
        var machine = await machines.FindAsync(record.Revision, record.Child?.StateName, cancellationToken);
        if (record.Status == ExecutionStatus.Running)
        {
            var known = await memory.LookAsync(record.Start.ExecutionArn, record, cancellationToken);
            return new DerivedHistory(machine).Read((known?.Facts ?? []).Skip, reverse, after, limit);
        }

        var history = ended.Of((record.Start.ExecutionArn, record.RedriveCount, record.StopDate), machine);
        var facts = history.IsEmpty ? await records.ReadFactsAsync(record.Start.ExecutionArn, cancellationToken) : [];
        return history.Read(facts.Skip, reverse, after, limit);
    }

    private static long Position(string cursor, string query) =>
        long.TryParse(Cursor.Read(cursor, query), NumberStyles.None, CultureInfo.InvariantCulture, out var position) ? position : throw Cursor.Invalid(cursor);
}
