using TaskOrchestration.Orchestrations.Blobs;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.Orchestrations.Tasks;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Exports;

/// <summary>The function <c>assembleExport</c>: puts the parts together as one file, a buffer at a time.</summary>
internal sealed class ExportAssembly(IBlobStore blobs) : ITaskHandler
{
    /// <summary>The name of the function.</summary>
    public const string FunctionName = "assembleExport";

    /// <inheritdoc/>
    public async ValueTask<Json> InvokeAsync(TaskInvocation invocation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(invocation);
        var format = ExportFields.ReadFormat(invocation.Input);
        var parts = ExportFields.Items(ExportFields.Member(invocation.Input, "parts"))
            .Select(part => (Number: ExportFields.ReadNumber(part, "number"), Rows: ExportFields.ReadNumber(part, "rows")))
            .OrderBy(part => part.Number)
            .ToList();
        await using var content = new JoinedBlobs(await HeadAsync(format), blobs, parts.Select(part => ExportPaths.Part(invocation, part.Number)));
        var written = await blobs.WriteAsync(
            ExportPaths.Content(invocation, format), content, new BlobDraft(ExportPaths.ContentType(format), TaskReconciliation.Workflow), cancellationToken);
        return new ExportResult(parts.Sum(part => part.Rows), written.Length, written.Sha256, written.Path).ToJson();
    }

    private static async ValueTask<byte[]> HeadAsync(ExportFormat format)
    {
        using var head = new MemoryStream();
        await using (var writer = ExportRows.To(head, format))
        {
            writer.WriteHead();
        }

        return head.ToArray();
    }
}
