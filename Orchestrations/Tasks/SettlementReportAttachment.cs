using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.Orchestrations.Blobs;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Workflows;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Tasks;

/// <summary>The report of a settlement, in each of the forms it was written in.</summary>
internal sealed class SettlementReportAttachment(IBlobStore blobs) : IResultAttachment
{
    /// <inheritdoc/>
    public async ValueTask AttachAsync(TrackedTask task, ExecutionDescription execution, CancellationToken cancellationToken)
    {
        if (task.Workflow == SeedWorkflows.SettlementBatch.Name && (execution.Output as JsonObject)?["report"] is JsonObject report)
        {
            foreach (var (_, path) in report)
            {
                await AttachAsync(task, ((JsonString)path).Value, cancellationToken);
            }
        }
    }

    private async ValueTask AttachAsync(TrackedTask task, string reportPath, CancellationToken cancellationToken)
    {
        if (await blobs.OpenAsync(reportPath, versionId: null, cancellationToken) is not { } report)
        {
            return;
        }

        await using (report)
        {
            var path = TaskFiles.AttachmentPath(task.TaskId, Path.GetFileName(reportPath));
            if (!(await blobs.VersionsAsync(path, cancellationToken)).Any(version => version.Sha256 == report.Version.Sha256))
            {
                await blobs.WriteAsync(path, report.Stream, new BlobDraft(report.Version.ContentType, TaskReconciliation.Workflow), cancellationToken);
            }
        }
    }
}
