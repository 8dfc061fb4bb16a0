using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.Orchestrations.Blobs;
using TaskOrchestration.Orchestrations.Tasks;
using TaskOrchestration.Orchestrations.Workflows;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Exports;

/// <inheritdoc cref="IExportService"/>
/// <remarks>An export is a task of the kind <see cref="TaskKind.Batch"/>, and its id is the task's.</remarks>
internal sealed class ExportService(ITaskService tasks, IBlobStore blobs) : IExportService
{
    /// <inheritdoc/>
    public async ValueTask<TaskExport> SubmitAsync(ExportSubmission submission, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(submission);
        var task = await tasks.SubmitAsync(
            new TaskSubmission
            {
                Kind = TaskKind.Batch,
                Workflow = SeedWorkflows.TaskExport.Name,
                Title = $"Export of tasks as {submission.Format}",
                Input = JsonObject.Of(("format", Json.Of(submission.Format.ToString())), ("filter", ExportFields.Write(submission.Filter))),
                Owner = submission.Owner,
                By = submission.By,
                IdempotencyKey = submission.IdempotencyKey is { } key ? $"export\n{key}" : null,
            },
            cancellationToken);
        return Export(task);
    }

    /// <inheritdoc/>
    public async ValueTask<TaskExport?> FindAsync(string exportId, CancellationToken cancellationToken = default) =>
        await FindTaskAsync(exportId, cancellationToken) is { } task ? Export(task) : null;

    /// <inheritdoc/>
    public async ValueTask<BlobContent?> OpenAsync(string exportId, CancellationToken cancellationToken = default) =>
        await FindTaskAsync(exportId, cancellationToken) is { } task && ExportResult.TryRead(task, out var result)
            ? await blobs.OpenAsync(result.ContentPath, cancellationToken: cancellationToken)
            : null;

    private async ValueTask<TrackedTask?> FindTaskAsync(string exportId, CancellationToken cancellationToken)
    {
        try
        {
            var task = await tasks.DescribeAsync(exportId, cancellationToken);
            return task.Kind == TaskKind.Batch && task.Workflow == SeedWorkflows.TaskExport.Name ? task : null;
        }
        catch (TaskRefusedException e) when (e.Refusal == TaskRefusal.TaskDoesNotExist)
        {
            return null;
        }
    }

    private static TaskExport Export(TrackedTask task)
    {
        var input = Json.Parse(task.Input);
        var result = ExportResult.TryRead(task, out var read) ? read : null;
        return new TaskExport
        {
            ExportId = task.TaskId,
            Status = task.Status,
            Filter = ExportFields.ReadFilter(input),
            Format = ExportFields.ReadFormat(input),
            Owner = task.Owner,
            CreatedAt = task.CreatedAt,
            UpdatedAt = task.UpdatedAt,
            Tasks = result?.Rows,
            Length = result?.Bytes,
            Failure = task.Failure,
        };
    }
}
