using Azure.Data.Tables;
using TaskOrchestration.Domain.Tasks;

namespace TaskOrchestration.Functions.Storage.Tasks;

/// <summary>A row of the index.</summary>
/// <param name="Key">Its row key.</param>
/// <param name="TaskId">The task it leads to.</param>
/// <param name="Place">What it says about the task.</param>
/// <param name="Listed">See <see cref="IndexedTask.Listed"/>; for entries of tasks that are open again.</param>
/// <param name="IsOpenAgain">Whether the task is open again, and the row is what is left from when it had ended.</param>
internal sealed record IndexRow(string Key, string TaskId, TaskPlace Place, TaskPlace? Listed = null, bool IsOpenAgain = false)
{
    public const string Id = "Id";

    private const string Again = "Listed";

    /// <summary>The row as an entity of a partition.</summary>
    public TableEntity ToEntity(string partition)
    {
        var entity = new TableEntity(partition, Key) { [Id] = TaskId };
        Write(Place, entity, "");
        if (Listed is not null)
        {
            Write(Listed, entity, Again);
        }

        if (IsOpenAgain)
        {
            entity[nameof(IsOpenAgain)] = true;
        }

        return entity;
    }

    public static IndexRow Of(TableEntity entity) => new(
        entity.RowKey,
        entity.Required(Id),
        Read(entity, ""),
        entity.ContainsKey(Again + nameof(TaskPlace.Kind)) ? Read(entity, Again) : null,
        entity.GetBoolean(nameof(IsOpenAgain)) == true);

    /// <summary>The task that an entry stands for.</summary>
    public IndexedTask ToIndexed()
    {
        var parts = Key.Split(OrderedText.Separator);
        return new IndexedTask(TaskId, parts[^2], KeyOrder.FromAscending(parts[^1]), Place, Place.IsEnd ? Place : Listed);
    }

    public static void Write(TaskPlace place, TableEntity entity, string prefix)
    {
        entity[prefix + nameof(TaskPlace.Kind)] = (int)place.Kind;
        entity[prefix + nameof(TaskPlace.Status)] = (int)place.Status;
        entity[prefix + nameof(TaskPlace.Owner)] = place.Owner;
        entity[prefix + nameof(TaskPlace.Created)] = place.Created;
        entity[prefix + nameof(TaskPlace.Updated)] = place.Updated;
        entity[prefix + nameof(TaskPlace.Priority)] = (int)place.Priority;
        entity[prefix + nameof(TaskPlace.Text)] = place.Text;
        if (place.Due is { } due)
        {
            entity[prefix + nameof(TaskPlace.Due)] = due;
        }

        if (place.SubjectId is { } subject)
        {
            entity[prefix + nameof(TaskPlace.SubjectId)] = subject;
        }
    }

    /// <summary>What was not asked for is left at nothing.</summary>
    public static TaskPlace Read(TableEntity entity, string prefix) => new(
        (TaskKind)(entity.GetInt32(prefix + nameof(TaskPlace.Kind)) ?? 0),
        (TrackedStatus)(entity.GetInt32(prefix + nameof(TaskPlace.Status)) ?? 0),
        entity.GetString(prefix + nameof(TaskPlace.Owner)) ?? "",
        entity.GetInt64(prefix + nameof(TaskPlace.Created)) ?? 0,
        entity.GetInt64(prefix + nameof(TaskPlace.Updated)) ?? 0,
        entity.GetInt64(prefix + nameof(TaskPlace.Due)),
        (TaskPriority)(entity.GetInt32(prefix + nameof(TaskPlace.Priority)) ?? 0),
        entity.GetString(prefix + nameof(TaskPlace.SubjectId)),
        entity.GetString(prefix + nameof(TaskPlace.Text)) ?? "");
}
