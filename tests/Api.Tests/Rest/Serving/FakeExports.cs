using System.Collections.Concurrent;
using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.Orchestrations.Blobs;
using TaskOrchestration.Orchestrations.Exports;

namespace TaskOrchestration.Api.Tests.Rest.Serving;

/// <summary>Exports that are finished when a test says so.</summary>
public sealed class FakeExports(IBlobStore blobs, TimeProvider time) : IExportService
{
    private readonly ConcurrentDictionary<string, TaskExport> _exports = new();

    public IReadOnlyList<TaskExport> All => [.. _exports.Values.OrderBy(export => export.ExportId, StringComparer.Ordinal)];

    public ValueTask<TaskExport> SubmitAsync(ExportSubmission submission, CancellationToken cancellationToken = default)
    {
        var export = new TaskExport
        {
            ExportId = $"task-{_exports.Count:d26}",
            Status = TrackedStatus.Running,
            Filter = submission.Filter,
            Format = submission.Format,
            Owner = submission.Owner,
            CreatedAt = time.GetUtcNow(),
            UpdatedAt = time.GetUtcNow(),
        };
        _exports[export.ExportId] = export;
        return new(export);
    }

    public ValueTask<TaskExport?> FindAsync(string exportId, CancellationToken cancellationToken = default) => new(_exports.GetValueOrDefault(exportId));

    public ValueTask<BlobContent?> OpenAsync(string exportId, CancellationToken cancellationToken = default) => blobs.OpenAsync($"exports/{exportId}", versionId: null, cancellationToken);

    /// <summary>Writes the file of an export.</summary>
    public async Task FinishAsync(string exportId, string content)
    {
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(content));
        var written = await blobs.WriteAsync($"exports/{exportId}", stream, new BlobDraft("text/csv", "export"));
        _exports[exportId] = _exports[exportId] with { Status = TrackedStatus.Succeeded, Tasks = 1, Length = written.Length };
    }
}
