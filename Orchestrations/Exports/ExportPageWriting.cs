using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.Orchestrations.Blobs;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.Orchestrations.Tasks;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Exports;

/// <summary>The function <c>writeExportPage</c>: writes the tasks between two places of the list into a part of the file.</summary>
internal sealed class ExportPageWriting(ITaskStore tasks, IBlobStore blobs) : ITaskHandler
{
    /// <summary>The name of the function.</summary>
    public const string FunctionName = "writeExportPage";

    private const int ReadAtOnce = 250;

    /// <inheritdoc/>
    public async ValueTask<Json> InvokeAsync(TaskInvocation invocation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(invocation);
        var filter = ExportFields.ReadFilter(invocation.Input);
        var format = ExportFields.ReadFormat(invocation.Input);
        var page = ExportFields.Member(invocation.Input, "page") as JsonObject ?? JsonObject.Empty;
        var number = ExportFields.ReadNumber(page, "number");
        using var part = new MemoryStream();
        var rows = 0L;
        await using (var writer = ExportRows.To(part, format))
        {
            await foreach (var task in BetweenAsync(filter, (page["after"] as JsonString)?.Value, (page["until"] as JsonString)?.Value ?? "", cancellationToken))
            {
                writer.Write(task);
                rows++;
            }
        }

        part.Position = 0;
        await blobs.WriteAsync(ExportPaths.Part(invocation, number), part, new BlobDraft(ExportPaths.ContentType(format), TaskReconciliation.Workflow), cancellationToken);
        return JsonObject.Of(("number", Json.Of(number)), ("rows", Json.Of(rows)));
    }

    /// <summary>The tasks behind a place of the list, up to and including another. How many they are now may differ from what was planned.</summary>
    private async IAsyncEnumerable<TrackedTask> BetweenAsync(
        TaskQuery filter, string? after, string until, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var end = TaskCursor.Read(until, filter);
        var cursor = after;
        do
        {
            var page = await tasks.ListAsync(filter, ReadAtOnce, cursor, cancellationToken);
            foreach (var task in page.Tasks)
            {
                if (TaskPosition.Of(task, filter.Sort).CompareTo(end, filter.IsDescending) > 0)
                {
                    yield break;
                }

                yield return task;
            }

            cursor = page.Next;
        }
        while (cursor is not null);
    }
}
