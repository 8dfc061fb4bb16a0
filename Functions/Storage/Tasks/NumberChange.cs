using System.Security.Cryptography;
using Azure.Data.Tables;
using TaskOrchestration.Domain.Tasks;

namespace TaskOrchestration.Functions.Storage.Tasks;

/// <summary>A change of how many tasks have ended. It is written with the rows it is about, so it is written exactly once.</summary>
/// <param name="TaskId">The task that ended, was changed after its end, is open again, or is deleted.</param>
/// <param name="Was">As what it is counted no more.</param>
/// <param name="Is">As what it is counted from now on.</param>
internal sealed record NumberChange(string TaskId, CountedTask? Was, CountedTask? Is)
{
    private const int StampBytes = 8;

    /// <summary>The change that comes of a step in the index; none if it changes no number.</summary>
    public static NumberChange? Of(IndexedTask? from, IndexedTask? to)
    {
        var (was, now) = (CountedTask.Of(from), CountedTask.Of(to));
        return was == now ? null : new NumberChange((from ?? to)!.TaskId, was, now);
    }

    public static NumberChange Read(TableEntity entity) =>
        new(entity.Required(IndexRow.Id), ReadCounted(entity, nameof(Was)), ReadCounted(entity, nameof(Is)));

    public TableEntity ToEntity(string partition)
    {
        var stamp = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(StampBytes));
        var entity = new TableEntity(partition, IndexKeys.Join(IndexKeys.NumberChanges, stamp)) { [IndexRow.Id] = TaskId };
        Write(Was, entity, nameof(Was));
        Write(Is, entity, nameof(Is));
        return entity;
    }

    private static void Write(CountedTask? task, TableEntity entity, string prefix)
    {
        if (task is not null)
        {
            entity[prefix + nameof(CountedTask.Kind)] = (int)task.Kind;
            entity[prefix + nameof(CountedTask.Status)] = (int)task.Status;
            entity[prefix + nameof(CountedTask.Updated)] = task.Updated;
        }
    }

    private static CountedTask? ReadCounted(TableEntity entity, string prefix) => entity.GetInt32(prefix + nameof(CountedTask.Kind)) is { } kind
        ? new CountedTask(
            (TaskKind)kind,
            (TrackedStatus)(entity.GetInt32(prefix + nameof(CountedTask.Status)) ?? 0),
            entity.GetInt64(prefix + nameof(CountedTask.Updated)) ?? 0)
        : null;
}
