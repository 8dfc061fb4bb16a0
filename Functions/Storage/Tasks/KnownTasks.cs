using Azure;

namespace TaskOrchestration.Functions.Storage.Tasks;

/// <summary>What this process has last seen of tasks, so that whoever reads one and saves it does not have it read twice.</summary>
/// <remarks>Never trusted: what is written on account of it is written only if the table still calls the task's state by the same tag.</remarks>
internal sealed class KnownTasks
{
    private const int AtMost = 2_048;

    private readonly Lock gate = new();
    private Dictionary<string, (IndexedTask Task, ETag Tag)> young = new(StringComparer.Ordinal);
    private Dictionary<string, (IndexedTask Task, ETag Tag)> old = new(StringComparer.Ordinal);

    /// <summary>A task as it was last seen, if that was this version.</summary>
    public (IndexedTask Task, ETag Tag)? Find(string taskId, long version)
    {
        lock (gate)
        {
            return (young.TryGetValue(taskId, out var known) || old.TryGetValue(taskId, out known)) && known.Task.Version == version ? known : null;
        }
    }

    /// <summary>Takes down how a task was seen.</summary>
    public void See(IndexedTask task, ETag tag)
    {
        lock (gate)
        {
            if (young.Count >= AtMost)
            {
                (old, young) = (young, new(StringComparer.Ordinal));
            }

            young[task.TaskId] = (task, tag);
        }
    }

    /// <summary>Forgets a task.</summary>
    public void Forget(string taskId)
    {
        lock (gate)
        {
            young.Remove(taskId);
            old.Remove(taskId);
        }
    }
}
