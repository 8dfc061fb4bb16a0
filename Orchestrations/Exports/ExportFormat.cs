namespace TaskOrchestration.Orchestrations.Exports;

/// <summary>How an export is written.</summary>
public enum ExportFormat
{
    /// <summary>Comma-separated values with a line of names first (RFC 4180); <c>text/csv</c>.</summary>
    Csv,

    /// <summary>A JSON object a line; <c>application/jsonl</c>.</summary>
    Jsonl,
}
