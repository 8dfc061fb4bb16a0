using System.Diagnostics.CodeAnalysis;
using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.Orchestrations.Workflows;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Exports;

/// <summary>What an export has come to: the result of its task.</summary>
/// <param name="Rows">How many tasks the file has.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">The SHA-256 of its content.</param>
/// <param name="ContentPath">Where its blob lies.</param>
internal sealed record ExportResult(long Rows, long Bytes, string Sha256, string ContentPath)
{
    /// <summary>The result of a task, if it was an export and has succeeded.</summary>
    public static bool TryRead(TrackedTask task, [NotNullWhen(true)] out ExportResult? result)
    {
        result = task is { Kind: TaskKind.Batch, Result: { } text } && task.Workflow == SeedWorkflows.TaskExport.Name && Json.Parse(text) is JsonObject fields
            && fields["rows"] is JsonNumber rows && rows.TryGetInteger(out var count)
            && fields["bytes"] is JsonNumber bytes && bytes.TryGetInteger(out var length)
            && fields["sha256"] is JsonString hash
            && fields["contentPath"] is JsonString path
            ? new ExportResult(count, length, hash.Value, path.Value)
            : null;
        return result is not null;
    }

    /// <summary>The result as the workflow hands it on.</summary>
    public JsonObject ToJson() => JsonObject.Of(
        ("rows", Json.Of(Rows)), ("bytes", Json.Of(Bytes)), ("sha256", Json.Of(Sha256)), ("contentPath", Json.Of(ContentPath)));
}
