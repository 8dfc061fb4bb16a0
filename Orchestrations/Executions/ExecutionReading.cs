using System.Globalization;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Journals;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.Parsing;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.Orchestrations.Executions;

/// <summary>What one can learn about STANDARD executions. It reads what is durable and never asks the engine.</summary>
internal sealed class ExecutionReading(IJournal journal, IStateMachineStore store, StateMachineCatalog catalog, ParsedMachines machines, TimeProvider time)
{
    private readonly Histories histories = new(journal, machines);

    /// <summary>The execution's index entry.</summary>
    /// <exception cref="RefusedException">There is no such execution.</exception>
    public ExecutionEntry Entry(string executionArn) => Find(executionArn) ?? throw DoesNotExist(executionArn);

    /// <summary>The execution's index entry, or null if there is no such execution.</summary>
    public ExecutionEntry? Find(string executionArn) =>
        ExecutionAddress.TryParse(executionArn, out var address) ? journal.Find(address.StateMachineArn, address.Name) : null;

    /// <summary>What a list shows of an execution, or null if there is no such execution.</summary>
    public ExecutionSummary? FindSummary(string executionArn) => Find(executionArn) is { } entry ? Summary(entry) : null;

    public async ValueTask<ExecutionDescription> DescribeAsync(string executionArn, CancellationToken cancellationToken)
    {
        var entry = Entry(executionArn);
        var start = Start(entry) ?? throw DoesNotExist(executionArn);
        var outcome = entry.Status == ExecutionStatus.Running ? null : journal.FindOutcome(entry.Key);
        var obstacle = RedriveRules.WhyNot(entry.Status, entry.StartDate, entry.StopDate, entry.RedriveCount, entry.EventCount, start.Limits, time.GetUtcNow())
            ?? await MachineObstacleAsync(entry, cancellationToken);
        return new ExecutionDescription
        {
            Summary = Summary(entry),
            Parent = start.Parent,
            Input = start.Input,
            Output = outcome?.Output,
            Failure = outcome?.Failure,
            RedriveStatus = obstacle is not null ? RedriveStatus.NotRedrivable : entry.Child is null ? RedriveStatus.Redrivable : RedriveStatus.RedrivableByMapRun,
            RedriveStatusReason = obstacle,
        };
    }

    /// <summary>Why no execution of a machine may be redriven, in AWS's words; null if they may.</summary>
    public async ValueTask<string?> MachineObstacleAsync(ExecutionEntry entry, CancellationToken cancellationToken) =>
        await store.FindAsync(entry.StoredMachineArn, cancellationToken) is null ? "State machine is in DELETING status" : null;

    public async ValueTask<StateMachineRecord> DescribeStateMachineAsync(string executionArn, CancellationToken cancellationToken)
    {
        var entry = Entry(executionArn);
        var machine = await store.FindRevisionAsync(entry.Revision, cancellationToken)
            ?? throw new InvalidOperationException($"expected revision {entry.Revision} of the machine of {executionArn}, found none");
        return entry.Child is null ? machine : await MachineOfChildrenAsync(machine, entry, entry.Child.StateName, cancellationToken);
    }

    /// <summary>The machine of a Map's children: it is stored nowhere, but this is what it would look like if it were.</summary>
    private async ValueTask<StateMachineRecord> MachineOfChildrenAsync(StateMachineRecord whole, ExecutionEntry child, string mapName, CancellationToken cancellationToken) => whole with
    {
        Arn = child.StateMachineArn,
        Name = child.StateMachineArn.Split(':')[^1],
        Definition = DefinitionWriter.Write(await machines.FindAsync(child.Revision, mapName, cancellationToken)).ToString(),
    };

    public async ValueTask<Page<ExecutionSummary>> ListAsync(
        string stateMachineArn, ExecutionStatus? status, int limit, string? cursor, bool? isRedriven, CancellationToken cancellationToken)
    {
        var machine = await catalog.FindMachineAsync(stateMachineArn, cancellationToken);
        if (machine.Type == StateMachineType.Express)
        {
            throw new RefusedException(Refusal.StateMachineTypeNotSupported, "This operation is not supported by this type of state machine");
        }

        var query = $"executions {stateMachineArn} {status} {isRedriven}";
        var before = cursor is null ? long.MaxValue : Position(cursor, query);
        return PageOf(journal.List(stateMachineArn, status, before, limit + 1, isRedriven), limit, query);
    }

    /// <summary>The children of a Map Run that is known, newest first.</summary>
    public Page<ExecutionSummary> ListChildren(string mapRunArn, ExecutionStatus? status, int limit, string? cursor, bool? isRedriven)
    {
        var query = $"children {mapRunArn} {status} {isRedriven}";
        var before = cursor is null ? long.MaxValue : Position(cursor, query);
        return PageOf(journal.ListChildren(mapRunArn, status, before, limit + 1, isRedriven), limit, query);
    }

    public async ValueTask<Page<HistoryEvent>> GetHistoryAsync(string executionArn, bool reverse, int limit, string? cursor, CancellationToken cancellationToken)
    {
        var query = $"history {executionArn} {reverse}";
        var entry = Entry(executionArn);
        var (events, hasMore) = await histories.ReadAsync(entry, reverse, cursor is null ? null : Position(cursor, query), limit, cancellationToken);
        return new Page<HistoryEvent>([.. events], hasMore && events.Count > 0 ? Cursor.Write(events[^1].Id.ToString(CultureInfo.InvariantCulture), query) : null);
    }

    /// <summary>What an execution began with, or null if it is purged just now.</summary>
    public ExecutionStart? Start(ExecutionEntry entry) => journal.ReadFacts(entry.Key, limit: 1) is [Fact.Started first] ? first.Start : null;

    private static Page<ExecutionSummary> PageOf(IReadOnlyList<ExecutionEntry> found, int limit, string query) => new(
        [.. found.Take(limit).Select(Summary)],
        found.Count > limit ? Cursor.Write(found[limit - 1].Key.ToString(CultureInfo.InvariantCulture), query) : null);

    private static ExecutionSummary Summary(ExecutionEntry entry) => new()
    {
        ExecutionArn = entry.ExecutionArn,
        StateMachineArn = entry.StateMachineArn,
        Version = entry.Version,
        Alias = entry.Alias,
        Name = entry.Name,
        Status = entry.Status,
        StartDate = entry.StartDate,
        StopDate = entry.StopDate,
        RedriveCount = entry.RedriveCount,
        RedriveDate = entry.RedriveDate,
        MapRunArn = entry.Child?.MapRunArn,
        ItemCount = entry.Child?.ItemCount,
    };

    private static long Position(string cursor, string query) =>
        long.TryParse(Cursor.Read(cursor, query), NumberStyles.None, CultureInfo.InvariantCulture, out var position) ? position : throw Cursor.Invalid(cursor);

    private static RefusedException DoesNotExist(string executionArn) => new(Refusal.ExecutionDoesNotExist, $"Execution Does Not Exist: '{executionArn}'");
}
