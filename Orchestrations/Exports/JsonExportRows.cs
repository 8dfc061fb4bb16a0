using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Exports;

/// <summary>A JSON object a line; what a task has nothing to say about is left out.</summary>
internal sealed class JsonExportRows(Stream stream) : ExportRows
{
    /// <inheritdoc/>
    public override void WriteHead()
    {
    }

    /// <inheritdoc/>
    public override void Write(TrackedTask task)
    {
        var row = new JsonObjectBuilder(ExportColumns.All.Count);
        foreach (var (name, value) in ExportColumns.All)
        {
            row.SetIfPresent(name, value(task));
        }

        stream.Write(row.Set("attempt", Json.Of(task.Attempt)).Build().ToUtf8());
        stream.WriteByte((byte)'\n');
    }

    /// <inheritdoc/>
    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
