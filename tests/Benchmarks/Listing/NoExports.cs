using TaskOrchestration.Orchestrations.Blobs;
using TaskOrchestration.Orchestrations.Exports;

namespace TaskOrchestration.Benchmarks.Listing;

/// <summary>What the API stands on besides tasks, and the benchmark does not ask for.</summary>
internal sealed class NoExports : IExportService
{
    public ValueTask<TaskExport> SubmitAsync(ExportSubmission submission, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("The benchmark asks for lists only.");

    public ValueTask<TaskExport?> FindAsync(string exportId, CancellationToken cancellationToken = default) => new((TaskExport?)null);

    public ValueTask<BlobContent?> OpenAsync(string exportId, CancellationToken cancellationToken = default) => new((BlobContent?)null);
}
