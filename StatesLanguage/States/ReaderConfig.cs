namespace TaskOrchestration.StatesLanguage.States;

/// <summary>How items are read out of a file or a listing. What is null was not written; the property says what holds then.</summary>
/// <remarks><c>MaxItems</c>, which may be computed, is <see cref="ItemReader.MaxItems"/>.</remarks>
public sealed record ReaderConfig
{
    /// <summary>What the file is, or those that an <see cref="ReaderManifestType.AthenaData"/> manifest names. A file needs it, a listing and an inventory have none.</summary>
    public ReaderInputType? InputType { get; init; }

    /// <summary>Whether a listing's objects are the items or what is in them. Null is <see cref="ReaderTransformation.None"/>.</summary>
    public ReaderTransformation? Transformation { get; init; }

    /// <summary>Where the names of a CSV file's columns are.</summary>
    public CsvHeaderLocation? CsvHeaderLocation { get; init; }

    /// <summary>The names of a CSV file's columns, where they are given.</summary>
    public ValueList<string>? CsvHeaders { get; init; }

    /// <summary>What stands between the fields of a CSV file. Null is <see cref="CsvDelimiter.Comma"/>.</summary>
    public CsvDelimiter? CsvDelimiter { get; init; }

    /// <summary>What kind of manifest the file is. Null is <see cref="ReaderManifestType.S3Inventory"/>.</summary>
    public ReaderManifestType? ManifestType { get; init; }

    /// <summary>Where in a JSON file the items are, as a JSON pointer; null for the whole file.</summary>
    public string? ItemsPointer { get; init; }
}
