using Azure;
using Azure.Data.Tables;
using TaskOrchestration.Domain.Tasks;

namespace TaskOrchestration.Functions.Storage.Tasks;

/// <summary>How many tasks of a partition are of one kind and have ended alike.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Status">How they ended.</param>
/// <param name="Tasks">How many.</param>
/// <param name="Oldest">When the one that has not changed for longest last changed; long from now when that is not known.</param>
/// <param name="IsOldestKnown">Whether that is so. It is not when one was taken away that may have been it.</param>
/// <param name="Tag">What the table calls this state of it; none of what is not in the table.</param>
internal sealed record TaskNumber(TaskKind Kind, TrackedStatus Status, long Tasks, long Oldest, bool IsOldestKnown, ETag Tag)
{
    /// <summary>No task.</summary>
    public static TaskNumber None(TaskKind kind, TrackedStatus status) => new(kind, status, 0, long.MaxValue, IsOldestKnown: true, default);

    public static TaskNumber Read(TableEntity entity) => new(
        (TaskKind)(entity.GetInt32(nameof(Kind)) ?? 0),
        (TrackedStatus)(entity.GetInt32(nameof(Status)) ?? 0),
        entity.GetInt64(nameof(Tasks)) ?? 0,
        entity.GetInt64(nameof(Oldest)) ?? long.MaxValue,
        entity.GetBoolean(nameof(IsOldestKnown)) == true,
        entity.ETag);

    /// <summary>What writes it in place of itself as it was read.</summary>
    public TableTransactionAction Writing(string partition)
    {
        var entity = new TableEntity(partition, IndexKeys.NumberOf(Kind, Status))
        {
            [nameof(Kind)] = (int)Kind,
            [nameof(Status)] = (int)Status,
            [nameof(Tasks)] = Tasks,
            [nameof(Oldest)] = Oldest,
            [nameof(IsOldestKnown)] = IsOldestKnown,
        };
        return Tag == default
            ? new TableTransactionAction(TableTransactionActionType.Add, entity)
            : new TableTransactionAction(TableTransactionActionType.UpdateReplace, entity, Tag);
    }

    /// <summary>The number after some changes, in whichever order they came.</summary>
    public TaskNumber After(IReadOnlyCollection<NumberChange> changes)
    {
        var added = changes.Select(change => change.Is).OfType<CountedTask>().Where(IsCounted).ToList();
        var taken = changes.Select(change => change.Was).OfType<CountedTask>().Where(IsCounted).ToList();
        var oldest = added.Select(task => task.Updated).Append(Oldest).Min();
        return this with
        {
            Tasks = Tasks + added.Count - taken.Count,
            Oldest = oldest,
            IsOldestKnown = IsOldestKnown && taken.TrueForAll(task => task.Updated > oldest),
        };
    }

    private bool IsCounted(CountedTask task) => task.Kind == Kind && task.Status == Status;
}
