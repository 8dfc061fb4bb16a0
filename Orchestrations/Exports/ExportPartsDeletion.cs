using TaskOrchestration.Orchestrations.Blobs;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Exports;

/// <summary>The function <c>deleteExportParts</c>: clears away what an export was put together from.</summary>
internal sealed class ExportPartsDeletion(IBlobStore blobs) : ITaskHandler
{
    /// <summary>The name of the function.</summary>
    public const string FunctionName = "deleteExportParts";

    /// <inheritdoc/>
    public async ValueTask<Json> InvokeAsync(TaskInvocation invocation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(invocation);
        foreach (var part in await blobs.ListAsync(ExportPaths.Parts(invocation), cancellationToken))
        {
            await blobs.DeleteAsync(part.Path, cancellationToken);
        }

        return JsonObject.Empty;
    }
}
