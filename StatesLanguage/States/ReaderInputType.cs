namespace TaskOrchestration.StatesLanguage.States;

/// <summary>What the file is that an <see cref="ItemReader"/> reads.</summary>
public enum ReaderInputType
{
    /// <summary>Rows of fields; each item is an object of texts.</summary>
    Csv,

    /// <summary>An array, or an object whose members are the items.</summary>
    Json,

    /// <summary>A JSON value a line.</summary>
    Jsonl,

    /// <summary>A Parquet file; each row is an item.</summary>
    Parquet,

    /// <summary>A file that names the files with the items.</summary>
    Manifest,
}
