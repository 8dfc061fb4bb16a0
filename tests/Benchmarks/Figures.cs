namespace TaskOrchestration.Benchmarks;

/// <summary>Every figure of the benchmarks, in the order of the table, with its target.</summary>
public static class Figures
{
    /// <summary>The durable engine must reach this share of what SQLite alone does with the same number of rows.</summary>
    private const double ShareOfYardstick = 0.25;

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<Figure> All =
    [
        new("transitions_per_s", "interpreter: transitions a second, Choice/Pass loop", "N0", AtLeast(400_000)),
        new("loop_cost_ratio", "interpreter: cost of a transition, 10,000 iterations against 10", "0.00", AtMost(1.3)),
        new("map_10000_s", "interpreter: seconds for a Map of 10,000 items", "0.000", AtMost(0.1)),
        new("express_workflows_per_s", "EXPRESS: 4-task workflows a second, 64 in flight", "N0", AtLeast(50_000)),
        new("unobserved_us", "observers: processor microseconds for a 4-task workflow nobody is told of", "0.0"),
        new("observed_us", "observers: the same with an observer", "0.0"),
        new("observed_with_history_us", "observers: the same with one that wants the history", "0.0"),
        new("jsonata_expressions", "jsonata: expressions of the corpus that both implementations evaluate", "N0"),
        new("jsonata_ratio", "jsonata: times as many evaluations a second as jsonata-js, geometric mean", "0.0", AtLeast(3)),
        new("jsonata_whole_ratio", "jsonata: the same for parsing and evaluating once", "0.0", AtLeast(3)),
        new("jsonata_share", "jsonata: share of the expressions evaluated three times as fast", "P1"),
        new("jsonata_least_ratio", "jsonata: the same as the first for the slowest expression", "0.0"),
        new("yardstick_rows_per_s", "SQLite alone: rows a second, in groups of 64", "N0"),
        new("group_commit_ms", "SQLite alone: one group commit, milliseconds", "0.000"),
        new("facts_per_workflow", "durable: facts in the journal of one workflow", "0.0"),
        new("flushes_per_workflow", "durable: flushes to disk for one workflow, 64 in flight", "0.000"),
        new(
            "durable_workflows_per_s",
            "durable: 4-task workflows a second, 64 in flight",
            "N0",
            AtLeast(3_000),
            new Target.AtLeast("≥ 25 % of yardstick rows / facts", m => ShareOfYardstick * YardstickWorkflows(m))),
        new("durable_p50_ms", "durable: start to finish, one at a time, p50, milliseconds", "0.00", new Target.AtMost("≤ 8 × one group commit", m => 8 * m.Find("group_commit_ms"))),
        new("durable_p99_ms", "durable: start to finish, one at a time, p99, milliseconds", "0.00"),
        new("durable_map_10000_s", "durable: seconds for a Map of 10,000 task items", "0.000", AtMost(1)),
        new("mapruns_standard_10000_per_s", "mapruns: items a second, 10,000 STANDARD children with a task each", "N0", AtLeast(1_000)),
        new("mapruns_standard_100000_per_s", "mapruns: the same of 100,000", "N0", AtLeast(1_000)),
        new("mapruns_standard_10000_mb", "mapruns: most MiB of heap beyond what was there, 10,000 STANDARD children", "N0", AtMost(64)),
        new("mapruns_standard_100000_mb", "mapruns: the same of 100,000", "N0", AtMost(64)),
        new("mapruns_express_10000_per_s", "mapruns: items a second, 10,000 EXPRESS children with a task each", "N0", AtLeast(2_000)),
        new("mapruns_express_100000_per_s", "mapruns: the same of 100,000", "N0", AtLeast(2_000)),
        new("mapruns_express_10000_mb", "mapruns: most MiB of heap beyond what was there, 10,000 EXPRESS children", "N0", AtMost(64)),
        new("mapruns_express_100000_mb", "mapruns: the same of 100,000", "N0", AtMost(64)),
        new("unwatched_us", "live: processor microseconds for a 4-task workflow, nobody watching", "0.0"),
        new("watched_us", "live: the same with every hundredth workflow watched by a hundred readers, their own work included", "0.0"),
        new("unobserved_workflows_per_s", "observed: 4-task workflows a second that nobody looks at", "N0"),
        new("metrics_ratio", "observed: throughput with metrics against without", "0.00"),
        new("metrics_and_traces_ratio", "observed: throughput with metrics and traces against without", "0.00"),
        new("unobserved_cpu_us", "observed: processor time of a workflow that nobody looks at, microseconds", "N0"),
        new("metrics_cpu_ratio", "observed: processor time with metrics against without", "0.00"),
        new("metrics_and_traces_cpu_ratio", "observed: processor time with metrics and traces against without", "0.00"),
        new("bytes_per_waiting_execution", "memory: bytes for one waiting execution, of 10,000", "N0", AtMost(4_096)),
        new("recover_10000_s", "recovery: seconds to reopen 10,000 open executions", "0.000", AtMost(5)),
        new("task_lives_per_s", "tasks: lives a second, each four saves, 64 in flight", "N0", AtLeast(1_000)),
        new("task_list_p50_ms_10000", "tasks: a list of 10,000 tasks from the store, any filters and order, p50, milliseconds", "0.00"),
        new("task_list_p99_ms_10000", "tasks: a list of 10,000 tasks from the store, any filters and order, p99, milliseconds", "0.00", AtMost(5)),
        new("task_list_max_ms_10000", "tasks: a list of 10,000 tasks from the store, any filters and order, the slowest, milliseconds", "0.00"),
        new("task_http_p50_ms_10000", "tasks: the same through HTTP, p50, milliseconds", "0.00"),
        new("task_http_p99_ms_10000", "tasks: the same through HTTP, p99, milliseconds", "0.00", AtMost(20)),
        new("task_http_max_ms_10000", "tasks: the same through HTTP, the slowest, milliseconds", "0.00"),
        new("task_list_p50_ms_100000", "tasks: a list of 100,000 tasks from the store, any filters and order, p50, milliseconds", "0.00"),
        new("task_list_p99_ms_100000", "tasks: a list of 100,000 tasks from the store, any filters and order, p99, milliseconds", "0.00", AtMost(15)),
        new("task_list_max_ms_100000", "tasks: a list of 100,000 tasks from the store, any filters and order, the slowest, milliseconds", "0.00"),
        new("task_http_p50_ms_100000", "tasks: the same through HTTP, p50, milliseconds", "0.00"),
        new("task_http_p99_ms_100000", "tasks: the same through HTTP, p99, milliseconds", "0.00", AtMost(40)),
        new("task_http_max_ms_100000", "tasks: the same through HTTP, the slowest, milliseconds", "0.00"),
        new("open_starts_per_s", "access: StartExecution over HTTP without access control, a second, 64 in flight", "N0"),
        new("key_ratio", "access: the same with an API key and the audit journal, against without", "0.00", AtLeast(0.67)),
        new("signature_ratio", "access: the same with AWS's signature and the audit journal, against without", "0.00", AtLeast(0.67)),
        new("open_start_cpu_us", "access: processor time of one without access control, microseconds", "0"),
        new("key_cpu_us", "access: the same with an API key and the audit journal", "0"),
        new("signature_cpu_us", "access: the same with AWS's signature and the audit journal", "0"),
        .. EndpointFigures.All,
        .. ConsoleFigures.All,
        new("first_page_s", "first page: seconds until the console can be used, browser cache empty, median", "0.000", AtMost(1.5)),
        new("first_page_max_s", "first page: the slowest of seven", "0.000"),
        new("cold_start_s", "cold start: seconds from launch to the first completed workflow", "0.000", AtMost(1)),
    ];

    /// <summary>What one figure is as a share of another, for the reader of the table.</summary>
    public static IEnumerable<string> Ratios(Measurements measurements)
    {
        if (measurements.Find("durable_workflows_per_s") is { } durable && YardstickWorkflows(measurements) is { } yardstick)
        {
            yield return $"durable workflows against SQLite alone (rows / facts per workflow): {durable / yardstick:P1}";
        }

        if (measurements.Find("durable_p50_ms") is { } p50 && measurements.Find("group_commit_ms") is { } commit)
        {
            yield return $"p50 start to finish against one group commit: {p50 / commit:0.0} ×";
        }
    }

    private static double? YardstickWorkflows(Measurements measurements) =>
        measurements.Find("yardstick_rows_per_s") / measurements.Find("facts_per_workflow");

    private static Target.AtLeast AtLeast(double bound) => new($"≥ {bound:#,0.##}", _ => bound);

    private static Target.AtMost AtMost(double bound) => new($"≤ {bound:#,0.##}", _ => bound);
}
