using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.MapRuns;

/// <summary>ReaderConfig and WriterConfig as the States Language writes them, and back from there.</summary>
internal static class ConfigJson
{
    public static JsonObject Write(ReaderConfig config) => new JsonObjectBuilder()
        .SetIfPresent("InputType", Written(config.InputType))
        .SetIfPresent("Transformation", Written(config.Transformation))
        .SetIfPresent("CSVHeaderLocation", Written(config.CsvHeaderLocation))
        .SetIfPresent("CSVHeaders", config.CsvHeaders is { } headers ? JsonArray.Of(headers.Select(Json.Of)) : null)
        .SetIfPresent("CSVDelimiter", Written(config.CsvDelimiter))
        .SetIfPresent("ManifestType", Written(config.ManifestType))
        .SetIfPresent("ItemsPointer", config.ItemsPointer)
        .Build();

    public static JsonObject Write(WriterConfig config) => new JsonObjectBuilder()
        .SetIfPresent("Transformation", Written(config.Transformation))
        .SetIfPresent("OutputType", Written(config.OutputType))
        .Build();

    public static ReaderConfig ReadReader(JsonObject config) => new()
    {
        InputType = Read<ReaderInputType>(config["InputType"]),
        Transformation = Read<ReaderTransformation>(config["Transformation"]),
        CsvHeaderLocation = Read<CsvHeaderLocation>(config["CSVHeaderLocation"]),
        CsvHeaders = config["CSVHeaders"] is JsonArray headers ? [.. headers.Select(header => SnapshotJson.Text(header) ?? "")] : null,
        CsvDelimiter = Read<CsvDelimiter>(config["CSVDelimiter"]),
        ManifestType = Read<ReaderManifestType>(config["ManifestType"]),
        ItemsPointer = SnapshotJson.Text(config["ItemsPointer"]),
    };

    public static WriterConfig ReadWriter(JsonObject config) => new()
    {
        Transformation = Read<ResultTransformation>(config["Transformation"]),
        OutputType = Read<ResultOutputType>(config["OutputType"]),
    };

    private static string? Written<T>(T? value)
        where T : struct, Enum => value is { } given ? Word.Of(given) : null;

    private static T? Read<T>(Json? json)
        where T : struct, Enum => Word.Read<T>(SnapshotJson.Text(json));
}
