using TaskOrchestration.Orchestrations.Blobs;
using TaskOrchestration.Orchestrations.Tasks;

namespace TaskOrchestration.Orchestrations.Exports;

/// <summary>Writes lists of tasks to files. Who may do what is the caller's affair.</summary>
public interface IExportService
{
    /// <summary>Begins an export, or finds the one begun before under the same idempotency key. Durable when it returns.</summary>
    /// <exception cref="TaskRefusedException"><see cref="TaskRefusal.KeyReused"/>.</exception>
    ValueTask<TaskExport> SubmitAsync(ExportSubmission submission, CancellationToken cancellationToken = default);

    /// <summary>The export as it stands; none if there is none.</summary>
    ValueTask<TaskExport?> FindAsync(string exportId, CancellationToken cancellationToken = default);

    /// <summary>Opens the file of an export that has succeeded; none if there is no such export, or no file yet, or none any more.</summary>
    ValueTask<BlobContent?> OpenAsync(string exportId, CancellationToken cancellationToken = default);
}
