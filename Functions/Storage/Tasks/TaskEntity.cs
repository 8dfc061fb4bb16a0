using Azure.Data.Tables;
using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.Orchestrations.Stores;

namespace TaskOrchestration.Functions.Storage.Tasks;

/// <summary>Tasks as entities of their own table, and back.</summary>
internal static class TaskEntity
{
    private const string Prefix = "t";
    private const string Id = "Id";
    private const string Version = "Version";
    private const string Generation = "Generation";
    private const string Listed = "Listed";
    private const string Document = "Document";

    public static string KeyOf(string taskId) => IndexKeys.Join(Prefix, OrderedText.Of(taskId));

    public static TableEntity Write(TrackedTask task, IndexedTask indexed, string partition)
    {
        var entity = new TableEntity(partition, KeyOf(task.TaskId)) { [Id] = task.TaskId, [Version] = indexed.Version, [Generation] = indexed.Generation };
        entity.SetText(Document, TaskDocument.Write(task));
        if (!indexed.Place.IsEnd && indexed.Listed is { } listed)
        {
            IndexRow.Write(listed, entity, Listed);
        }

        return entity;
    }

    public static KeptTask Read(TableEntity entity)
    {
        var task = TaskDocument.Read(entity.Required(Id), entity.GetInt64(Version) ?? 0, entity.FindText(Document)!);
        var place = TaskPlace.Of(task);
        var listed = place.IsEnd ? place : entity.ContainsKey(Listed + nameof(TaskPlace.Kind)) ? IndexRow.Read(entity, Listed) : null;
        return new KeptTask(task, new IndexedTask(task.TaskId, entity.Required(Generation), task.Version, place, listed), entity.ETag);
    }
}
