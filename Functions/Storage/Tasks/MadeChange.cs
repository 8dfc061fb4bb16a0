using TaskOrchestration.Functions.Storage.Outbox;

namespace TaskOrchestration.Functions.Storage.Tasks;

/// <summary>A change that was made, and that the index is still to follow.</summary>
/// <param name="Before">The task before; null if there was none.</param>
/// <param name="After">The task now; null if it is deleted.</param>
/// <param name="Note">The note that was left with the change.</param>
internal sealed record MadeChange(IndexedTask? Before, IndexedTask? After, OutboxNote Note)
{
    /// <summary>A change of which nobody knows yet, with its note.</summary>
    public static MadeChange Of(IndexedTask? before, IndexedTask? after, string partition)
    {
        var task = (before ?? after)!;
        return new MadeChange(before, after, TableOutbox.NewNote(partition, IndexKeys.Join(task.Generation, task.TaskId)));
    }

    /// <summary>The task that was changed.</summary>
    public string TaskId => (Before ?? After)!.TaskId;

    /// <summary>Tells it from other tasks of the same id.</summary>
    public string Generation => (Before ?? After)!.Generation;

    /// <summary>What a note is about.</summary>
    public static (string Generation, string TaskId) About(string subject) =>
        subject.IndexOf(OrderedText.Separator, StringComparison.Ordinal) is var at ? (subject[..at], subject[(at + 1)..]) : default;
}
