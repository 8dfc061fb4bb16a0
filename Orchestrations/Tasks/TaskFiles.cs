using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.Orchestrations.Blobs;
using TaskOrchestration.Orchestrations.Exports;

namespace TaskOrchestration.Orchestrations.Tasks;

/// <summary>The files that belong to a task.</summary>
public sealed class TaskFiles(IBlobStore blobs)
{
    /// <summary>The folder of a task's attachments.</summary>
    public static string AttachmentsOf(string taskId) => $"{OwnFolders.Tasks}/{taskId}/attachments";

    /// <summary>Where an attachment lies.</summary>
    public static string AttachmentPath(string taskId, string name) => $"{AttachmentsOf(taskId)}/{name}";

    /// <summary>Deletes them all: its attachments, and the file that it has written if it was an export.</summary>
    internal async ValueTask DeleteAllAsync(TrackedTask task, CancellationToken cancellationToken)
    {
        foreach (var blob in await blobs.ListAsync(AttachmentsOf(task.TaskId), cancellationToken))
        {
            await blobs.DeleteAsync(blob.Path, cancellationToken);
        }

        if (ExportResult.TryRead(task, out var export))
        {
            await blobs.DeleteAsync(export.ContentPath, cancellationToken);
        }
    }
}
