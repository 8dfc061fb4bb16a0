namespace TaskOrchestration.Benchmarks.Searching;

/// <summary>Something that people look for among the executions of a machine.</summary>
/// <param name="Key">What its figures are called.</param>
/// <param name="Words">What it is, for the table.</param>
/// <param name="Query">As the search of the REST API has it, beyond machine and page size; empty for all.</param>
internal sealed record SearchCase(string Key, string Words, string Query)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<SearchCase> All { get; } =
    [
        new("all", "all", ""),
        new("status", "one status (one in fifty)", "status=FAILED"),
        new("statuses", "two statuses (one in thirty)", "status=FAILED&status=RUNNING"),
        new("none", "a status that none has", "status=TIMED_OUT"),
        new("name", "part of a name that one has", $"name=order-{StoredExecutions.Count / 20:D5}"),
        new("date", "an hour five days ago", $"startedFrom={Time(StoredExecutions.After(0.28))}&startedTo={Time(StoredExecutions.After(0.28).AddHours(1))}"),
        new("text", "a word that all have", "text=lovelace"),
        new("failed_text", "a word that all failed ones have", "text=bad"),
        new("rare_text", "a word that one has", $"text={StoredExecutions.RareWord}"),
    ];

    /// <summary>Whether an address of the console can say it.</summary>
    public bool IsInAddress => !Query.StartsWith("started", StringComparison.Ordinal);

    private static string Time(DateTimeOffset moment) => Uri.EscapeDataString(moment.ToString("O"));
}
