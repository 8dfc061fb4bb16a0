using TaskOrchestration.Domain.Tasks;

namespace TaskOrchestration.Orchestrations.Exports;

/// <summary>Writes tasks as the rows of an export, in the one encoding of all of them: UTF-8 without a mark.</summary>
internal abstract class ExportRows : IAsyncDisposable
{
    /// <summary>Writes to a stream, which stays open.</summary>
    public static ExportRows To(Stream stream, ExportFormat format) => format == ExportFormat.Csv ? new CsvExportRows(stream) : new JsonExportRows(stream);

    /// <summary>What the file begins with.</summary>
    public abstract void WriteHead();

    /// <summary>Writes a task.</summary>
    public abstract void Write(TrackedTask task);

    /// <summary>Writes what has not been written yet.</summary>
    public abstract ValueTask DisposeAsync();
}
