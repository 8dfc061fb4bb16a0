namespace TaskOrchestration.StatesLanguage.States;

/// <summary>What stands between the fields of a CSV file.</summary>
public enum CsvDelimiter
{
    /// <summary><c>,</c></summary>
    Comma,

    /// <summary><c>|</c></summary>
    Pipe,

    /// <summary><c>;</c></summary>
    Semicolon,

    /// <summary>A space.</summary>
    Space,

    /// <summary>A tabulator.</summary>
    Tab,
}
