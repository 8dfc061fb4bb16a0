using TaskOrchestration.Orchestrations.MapRuns.Reading.Parquet;
using TaskOrchestration.StatesLanguage.MapRuns;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.Orchestrations.MapRuns.Reading;

/// <summary>The items of one file, by what the author says it is.</summary>
internal static class FileItems
{
    /// <summary>The items, one by one.</summary>
    public static IAsyncEnumerable<MapItem> Of(Stream file, ReaderConfig config, CancellationToken cancellationToken) => config.InputType switch
    {
        ReaderInputType.Json => JsonItems.ReadAsync(file, config.ItemsPointer, cancellationToken),
        ReaderInputType.Parquet => ParquetItems.ReadAsync(file, cancellationToken),
        ReaderInputType.Jsonl => JsonLines.ReadAsync(file, cancellationToken),
        ReaderInputType.Csv => CsvItems.ReadAsync(
            file, config.CsvDelimiter ?? CsvDelimiter.Comma, config.CsvHeaderLocation == CsvHeaderLocation.Given ? config.CsvHeaders ?? [] : null, cancellationToken),
        ReaderInputType.Manifest => throw new ItemReaderException("Expected a ReaderConfig with the InputType of the files that the manifest names, found MANIFEST."),
        _ => throw new ItemReaderException("Expected a ReaderConfig with the InputType CSV, JSON, JSONL, PARQUET or MANIFEST, found none."),
    };
}
