using TaskOrchestration.Functions.Durable.Messages;
using TaskOrchestration.Functions.Executions;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.History;

namespace TaskOrchestration.Functions.Durable.Orchestrating;

/// <summary>The facts that are still to be taken down, from the first whose activity has not answered.</summary>
internal sealed class Unrecorded
{
    /// <summary>An activity carries no more bytes of facts than that.</summary>
    private const int MostBytes = 320 * 1024;

    private readonly FactClock clock;
    private readonly List<UnrecordedFact> facts = [];
    private readonly List<(long Task, DateTimeOffset Episode)> closed = [];
    private readonly List<TaskProgress> earlier = [];
    private int from;

    public Unrecorded(FactClock clock, ExecutionInput input)
    {
        this.clock = clock;
        from = input.Next;
        IsFirst = input.IsFirst;
        Chain = input.Chain;
        closed.AddRange(input.Luggage.Closed.Select(task => (task, DateTimeOffset.MinValue)));
    }

    /// <summary>The digest over all facts.</summary>
    public string Chain { get; private set; }

    /// <summary>The place of the next fact.</summary>
    public int Next => from + facts.Count;

    /// <summary>Whether nothing was ever taken down by this orchestration.</summary>
    public bool IsFirst { get; private set; }

    /// <summary>Whether every fact was taken down.</summary>
    public bool IsEmpty => facts.Count == 0;

    /// <summary>Whether no activity is on its way with something that can be taken down.</summary>
    public bool HasUnsent => facts.Exists(fact => !fact.IsSent) || closed.Exists(IsHistory);

    /// <summary>The tasks that do not wait for a callback any more, which was not taken down.</summary>
    public IReadOnlyList<long> Closed => [.. closed.Select(task => task.Task)];

    /// <summary>Takes a fact in.</summary>
    public void Add(Fact fact, IReadOnlyList<TaskProgress> progress)
    {
        facts.Add(new UnrecordedFact(fact, Chain, progress));
        Chain = FactChain.Next(Chain, fact);
    }

    /// <summary>Takes in what a fact meant for tasks that was taken down already.</summary>
    public void AddEarlier(IReadOnlyList<TaskProgress> progress) => earlier.AddRange(progress);

    /// <summary>Notes that a task does not wait for a callback any more.</summary>
    /// <remarks>That is final, so it is taken down when the episode that it happened in is history for certain.</remarks>
    public void Close(long task) => closed.Add((task, clock.Episode));

    /// <summary>Has an activity that does a task carry what was not sent; nothing, if that is too much beside the task.</summary>
    public RecordInput Carry(Execution execution, IReadOnlyList<long> opened)
    {
        var first = facts.FindIndex(fact => !fact.IsSent);
        var isTooMuch = first >= 0 && facts.Skip(first).Sum(fact => (long)fact.Length) > MostBytes;
        return Take(execution, first < 0 || isTooMuch ? facts.Count : first, facts.Count) switch
        {
            var input => input with { Batch = input.Batch with { Opened = opened } },
        };
    }

    /// <summary>Has an activity of its own carry what was not sent, or as much of it as one can carry.</summary>
    public RecordInput CarryNext(Execution execution)
    {
        var first = facts.FindIndex(fact => !fact.IsSent);
        return first < 0 ? Take(execution, facts.Count, facts.Count) : Take(execution, first, EndOfLoad(first));
    }

    /// <summary>Has an activity carry all that nobody has answered for, and the end with it, or the first part if that is too much for one.</summary>
    public RecordInput CarryToTheEnd(Execution execution)
    {
        var end = EndOfLoad(0);
        var input = Take(execution, 0, end);
        return end < facts.Count ? input : input with { Batch = input.Batch with { End = EndOf(execution) } };
    }

    /// <summary>An activity that carried a batch has answered.</summary>
    public void Recorded(FactBatch batch)
    {
        IsFirst = false;
        foreach (var fact in Of(batch))
        {
            fact.IsRecorded = true;
        }

        var recorded = facts.FindIndex(fact => !fact.IsRecorded) is >= 0 and var index ? index : facts.Count;
        facts.RemoveRange(0, recorded);
        from += recorded;
    }

    /// <summary>An activity that carried a batch will not be called again.</summary>
    public void Returned(FactBatch batch)
    {
        foreach (var fact in Of(batch))
        {
            fact.IsSent = false;
        }

        closed.AddRange(batch.Closed.Select(task => (task, DateTimeOffset.MinValue)));
    }

    private RecordInput Take(Execution execution, int first, int end)
    {
        var load = facts.GetRange(first, end - first);
        List<TaskProgress> progress = [.. earlier, .. load.Where(fact => !fact.IsSent).SelectMany(fact => fact.Progress)];
        earlier.Clear();
        load.ForEach(fact => fact.IsSent = true);
        return new RecordInput
        {
            Start = execution.Start with { Input = StatesLanguage.Values.Json.Null },
            StartedAt = execution.StartedAt,
            Progress = progress,
            Batch = new FactBatch
            {
                ExecutionArn = execution.Start.ExecutionArn,
                RedriveCount = execution.RedriveCount,
                From = from + first,
                Before = first < facts.Count ? facts[first].Before : Chain,
                Facts = [.. load.Select(fact => fact.Fact)],
                IsFirst = IsFirst,
                Closed = TakeClosed(),
            },
        };
    }

    private List<long> TakeClosed()
    {
        var history = closed.Where(IsHistory).Select(task => task.Task).ToList();
        closed.RemoveAll(IsHistory);
        return history;
    }

    private bool IsHistory((long Task, DateTimeOffset Episode) task) => task.Episode != clock.Episode;

    /// <summary>How far one activity comes that begins there: it carries one fact at least.</summary>
    private int EndOfLoad(int first)
    {
        var bytes = 0L;
        var end = first;
        while (end < facts.Count && (end == first || bytes + facts[end].Length <= MostBytes))
        {
            bytes += facts[end++].Length;
        }

        return end;
    }

    private IEnumerable<UnrecordedFact> Of(FactBatch batch) => facts.Skip(batch.From - from).Take(batch.Facts.Count - Math.Max(0, from - batch.From));

    private static ExecutionEnd EndOf(Execution execution) =>
        new(execution.Status, execution.StoppedAt!.Value, execution.Output, execution.Failure, execution.EventCount);
}
