using CsvHelper;
using TaskOrchestration.Domain.Tasks;

namespace TaskOrchestration.Orchestrations.Exports;

/// <summary>Comma-separated values (RFC 4180).</summary>
/// <remarks>
/// A field that a spreadsheet would take for a formula (it begins with <c>=</c>, <c>+</c>, <c>-</c>, <c>@</c>, a tab or a carriage return) gets an apostrophe
/// before it and stands in quotes; spreadsheets read the apostrophe as "this is text".
/// </remarks>
internal sealed class CsvExportRows(Stream stream) : ExportRows
{
    private static readonly CsvWriterOptions Options = new() { Injection = CsvInjection.Escape };

    private readonly CsvWriter csv = CsvWriter.Create(stream, Options, leaveOpen: true);

    /// <inheritdoc/>
    public override void WriteHead()
    {
        foreach (var (name, _) in ExportColumns.All)
        {
            csv.WriteField(name);
        }

        csv.EndRecord();
    }

    /// <inheritdoc/>
    public override void Write(TrackedTask task)
    {
        foreach (var (_, value) in ExportColumns.All)
        {
            csv.WriteField(value(task) ?? "");
        }

        csv.EndRecord();
    }

    /// <inheritdoc/>
    public override ValueTask DisposeAsync() => csv.DisposeAsync();
}
