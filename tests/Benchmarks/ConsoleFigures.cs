using TaskOrchestration.Benchmarks.Searching;

namespace TaskOrchestration.Benchmarks;

/// <summary>The figures of what the console asks for: long histories, moments of the past, executions among many.</summary>
internal static class ConsoleFigures
{
    /// <summary>All of them, in the order of the table.</summary>
    public static readonly IReadOnlyList<Figure> All =
    [
        .. Watched("quiet", "on a server that does nothing else"),
        .. Watched("busy", "while others start and describe executions"),
        new("watch_busy_load_per_s", "watch: requests a second of the others", "N0"),
        .. History("aws", "the whole history by GetExecutionHistory", []),
        .. History("live", "the whole history by the stream", []),
        .. History("facts", "all facts", []),
        .. History("moment", "the moment in the middle", [AtMost(300)]),
        new("history_any_moment_p50_ms", "history: any moment, p50, milliseconds", "0.0"),
        new("history_any_moment_p99_ms", "history: any moment, p99, milliseconds", "0.0", AtMost(300)),
        .. SearchCase.All.SelectMany(Search),
        new("search_next_p50_ms", "executions: the next page of all, p50, milliseconds", "0.0"),
        new("search_next_max_ms", "executions: the next page of all, the slowest, milliseconds", "0.0", AtMost(300)),
        .. SearchCase.All.Where(wanted => wanted.IsInAddress).Select(wanted =>
            new Figure($"executions_page_{wanted.Key}_ms", $"executions-page: from the address to the rows in the browser, {wanted.Words}, milliseconds", "0", AtMost(1_500))),
        new("executions_page_next_ms", "executions-page: from the press to the rows of the next page, milliseconds", "0", AtMost(300)),
        new("travel_open_s", "time-travel: from the address to the graph in the browser, 25,000 events, seconds", "0.00"),
        new("travel_first_ms", "time-travel: from the slider to graph and variables, the first move, milliseconds", "0", AtMost(300)),
        new("travel_p50_ms", "time-travel: the same for any move, p50, milliseconds", "0", AtMost(300)),
        new("travel_max_ms", "time-travel: the same, the slowest, milliseconds", "0"),
    ];

    private static IEnumerable<Figure> Watched(string mode, string words) =>
    [
        new($"watch_{mode}_answer_p50_ms", $"watch: from reporting a task's result to the answer that it is durable, {words}, p50, milliseconds", "0.0"),
        new($"watch_{mode}_answer_p99_ms", "watch: the same, p99", "0.0"),
        new($"watch_{mode}_event_p50_ms", "watch: from reporting it to the event that follows from it with a watcher, one of a hundred, p50, milliseconds", "0.0"),
        new($"watch_{mode}_event_p99_ms", "watch: the same, p99", "0.0", AtMost(250)),
    ];

    private static IEnumerable<Figure> History(string what, string words, Target[] targets) =>
    [
        new($"history_{what}_ms", $"history: {words}, of 25,000 events, milliseconds", "0.0", targets),
        new($"history_{what}_again_ms", "history: the same, asked again", "0.0", targets),
    ];

    private static IEnumerable<Figure> Search(SearchCase wanted) =>
    [
        new($"search_{wanted.Key}_page_ms", $"executions: first answer among 10,000, {wanted.Words}, milliseconds", "0.0", AtMost(300)),
        new($"search_{wanted.Key}_ms", "executions: until there is one to show, or it is sure that there is none", "0.0", AtMost(300)),
        new($"search_{wanted.Key}_requests", "executions: requests until then", "0"),
    ];

    private static Target.AtMost AtMost(double bound) => new($"≤ {bound:#,0.##}", _ => bound);
}
