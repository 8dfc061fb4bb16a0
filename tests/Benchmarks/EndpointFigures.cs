namespace TaskOrchestration.Benchmarks;

/// <summary>The figures of the endpoint under load.</summary>
internal static class EndpointFigures
{
    /// <summary>All of them, in the order of the table.</summary>
    public static readonly IReadOnlyList<Figure> All =
    [
        .. Of("bare", "a server that does nothing", []),
        .. Of("anonymous", "without access control", [AtMost(20)]),
        .. Counts("anonymous", "without access control"),
        .. Of("anonymous_crowd", "1,024 connections, without access control", []),
        .. Crowd("anonymous", "1,024 connections, without access control"),
        .. Of("signed", "signed and audited", [AtMost(20)]),
        .. Counts("signed", "signed and audited"),
        .. Of("signed_crowd", "1,024 connections, signed and audited", []),
        .. Crowd("signed", "1,024 connections, signed and audited"),
    ];

    private static IEnumerable<Figure> Of(string mode, string words, Target[] ofDescribe) =>
    [
        new($"endpoint_{mode}_per_s", $"endpoint: requests a second, {words}", "N0"),
        new($"endpoint_{mode}_cpu_us", "endpoint: the server's processor microseconds for one", "0"),
        new($"endpoint_{mode}_start_p50_ms", "endpoint: StartExecution, p50, milliseconds", "0.0"),
        new($"endpoint_{mode}_start_p99_ms", "endpoint: StartExecution, p99, milliseconds", "0.0"),
        new($"endpoint_{mode}_start_max_ms", "endpoint: StartExecution, the slowest, milliseconds", "0.0"),
        new($"endpoint_{mode}_describe_p50_ms", "endpoint: DescribeExecution, p50, milliseconds", "0.0"),
        new($"endpoint_{mode}_describe_p99_ms", "endpoint: DescribeExecution, p99, milliseconds", "0.0", ofDescribe),
        new($"endpoint_{mode}_describe_max_ms", "endpoint: DescribeExecution, the slowest, milliseconds", "0.0"),
    ];

    private static IEnumerable<Figure> Counts(string mode, string words) =>
    [
        new($"endpoint_{mode}_errors", $"endpoint: answers with an error, {words}", "N0", AtMost(0)),
        new($"endpoint_{mode}_throttled", "endpoint: throttled", "N0", AtMost(0)),
        new($"endpoint_{mode}_unfinished", "endpoint: accepted executions that did not succeed", "N0", AtMost(0)),
        new($"endpoint_{mode}_mb", "endpoint: the server's most memory, MiB", "N0"),
    ];

    private static IEnumerable<Figure> Crowd(string mode, string words) =>
    [
        new($"endpoint_{mode}_crowd_errors", $"endpoint: answers with an error but throttling, {words}", "N0", AtMost(0)),
        new($"endpoint_{mode}_crowd_throttled", "endpoint: share of requests throttled", "P1"),
        new($"endpoint_{mode}_crowd_throttled_p99_ms", "endpoint: time to be throttled, p99, milliseconds", "0.0"),
        new($"endpoint_{mode}_crowd_mb", "endpoint: the server's most memory, MiB", "N0"),
    ];

    private static Target.AtMost AtMost(double bound) => new($"≤ {bound:#,0.##}", _ => bound);
}
