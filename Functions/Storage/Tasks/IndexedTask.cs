using TaskOrchestration.Domain.Tasks;

namespace TaskOrchestration.Functions.Storage.Tasks;

/// <summary>A task as the index is to show it.</summary>
/// <param name="TaskId">Its id.</param>
/// <param name="Generation">Tells it from an earlier task of the same id that was deleted.</param>
/// <param name="Version">Which version of it.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Listed">
/// Where it stood when it last ended or was changed after its end: that is where the sorted rows lead to it; null if it has never ended. The rows
/// stay when the task is tried again, so that it can be found through them by whoever has looked at the open tasks the moment before.
/// </param>
internal sealed record IndexedTask(string TaskId, string Generation, long Version, TaskPlace Place, TaskPlace? Listed)
{
    /// <summary>A task that was never saved before.</summary>
    public static IndexedTask First(TrackedTask task, string generation) =>
        new IndexedTask(task.TaskId, generation, 0, TaskPlace.Of(task), null).Next(task);

    /// <summary>The same task once it was saved again.</summary>
    public IndexedTask Next(TrackedTask task)
    {
        var place = TaskPlace.Of(task);
        return this with { Version = Version + 1, Place = place, Listed = place.IsEnd ? place : Listed };
    }

    /// <summary>The row that stands for this version and no other: whoever replaces it knows that nobody else has.</summary>
    public IndexRow Entry => new(IndexKeys.Entry(this), TaskId, Place, Place.IsEnd ? null : Listed);

    /// <summary>All rows but <see cref="Entry"/>, by their keys.</summary>
    public IReadOnlyDictionary<string, IndexRow> Rows()
    {
        var rows = new List<IndexRow>();
        if (Place.SubjectId is not null)
        {
            // Nothing but what the key says, so that it need not be written again whenever the task changes.
            var said = Place with { Status = default, Owner = "", Updated = 0, Due = null, Priority = default, Text = "" };
            rows.Add(new IndexRow(IndexKeys.BySubject(this), TaskId, said));
        }

        if (Listed is not null)
        {
            rows.AddRange(IndexKeys.Sorted(this, Listed).Select(key => new IndexRow(key, TaskId, Listed, IsOpenAgain: !Place.IsEnd)));
        }

        return rows.ToDictionary(row => row.Key, StringComparer.Ordinal);
    }
}
