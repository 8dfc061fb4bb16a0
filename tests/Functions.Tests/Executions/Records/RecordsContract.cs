using TaskOrchestration.Functions.Executions;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.Functions.Tests.Executions.Records;

/// <summary>What the suites of <see cref="IExecutionRecords"/> arrange: executions of a machine of their own, for the store may be full of those of others.</summary>
public abstract class RecordsContract
{
    protected RecordsContract(Func<TimeProvider, IExecutionRecords> open) => Records = open(Time);

    protected static DateTimeOffset Noon => Simulation.Beginning;

    protected ManualTimeProvider Time { get; } = new();

    protected IExecutionRecords Records { get; }

    protected string Name { get; } = Guid.NewGuid().ToString("N");

    protected string Machine => RecordSamples.MachineArn(Name);

    protected string Arn => RecordSamples.Record(Machine, "run").Start.ExecutionArn;

    protected async Task<ExecutionRecord> BornAsync(string execution = "run", string input = "{}", TimeSpan? after = null, bool isKept = true)
    {
        var record = RecordSamples.Record(Machine, execution, input, Noon + (after ?? TimeSpan.Zero));
        return isKept ? (await Records.TryAddAsync(record))! : record;
    }

    private protected async Task<(ExecutionRecord Record, JournalSketch Journal)> FailedAsync(string execution = "run", TimeSpan? endsAfter = null)
    {
        var journal = new JournalSketch(await BornAsync(execution)).Add(Success(1));
        await Records.AppendAsync(journal.All() with { IsFirst = true, End = Failed(endsAfter) });
        return ((await Records.FindAsync(journal.Record.Start.ExecutionArn))!, journal);
    }

    protected async Task<ExecutionRecord?> FindAsync() => await Records.FindAsync(Arn) is { } found ? found with { Version = "" } : null;

    protected ValueTask<RecordPage> ListAsync(ExecutionStatus? status = null, bool? isRedriven = null) => Records.ListAsync(Machine, status, isRedriven, limit: 9, after: null);

    protected Task<IReadOnlyList<UnfinishedHandover>> RepairLaterAsync()
    {
        Time.Advance(TimeSpan.FromMinutes(5));
        return MineAsync(Records.RepairAsync(Time.GetUtcNow()));
    }

    protected async Task<IReadOnlyList<UnfinishedHandover>> MineAsync(ValueTask<IReadOnlyList<UnfinishedHandover>> found) =>
        [.. (await found).Select(unfinished => unfinished with { Record = unfinished.Record with { Version = "" } }).Where(unfinished => unfinished.Record.Start.StateMachineArn == Machine).OrderBy(unfinished => unfinished.Answer is { } answer ? TaskFacts.TaskOf(answer) : 0)];

    protected static Fact.TaskSucceeded Success(int task) => new(Noon.AddMilliseconds(task), task, Json.Of(task));

    protected static Fact.TaskSucceeded Answer(long task, int value = 0) => new(Noon, task, Json.Of(value));

    protected static ExecutionEnd Succeeded(Json output) => new(ExecutionStatus.Succeeded, Noon.AddHours(1), output, Failure: null, EventCount: 5);

    protected static ExecutionEnd Failed(TimeSpan? after = null) => new(ExecutionStatus.Failed, Noon + (after ?? TimeSpan.FromHours(1)), Output: null, new Failure("E", "because"), EventCount: 5);

    protected static FactBatch Batch(ExecutionRecord record, params Fact[] facts) => new JournalSketch(record).Add(facts).All();
}
