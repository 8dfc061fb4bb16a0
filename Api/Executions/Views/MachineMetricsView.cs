using System.ComponentModel;
using TaskOrchestration.Orchestrations.Executions;

namespace TaskOrchestration.Api.Executions.Views;

/// <summary>Executions of a machine that began in a time, with how they stand now.</summary>
[DisplayName("MachineMetrics")]
internal sealed record MachineMetricsView
{
    /// <summary>The machine.</summary>
    public required string StateMachineArn { get; init; }

    /// <summary>The time's beginning.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>The time's end.</summary>
    public required DateTimeOffset To { get; init; }

    /// <summary>How many began.</summary>
    public required int Started { get; init; }

    /// <summary>How many of those succeeded.</summary>
    public required int Succeeded { get; init; }

    /// <summary>How many of those failed.</summary>
    public required int Failed { get; init; }

    /// <summary>How many of those timed out.</summary>
    public required int TimedOut { get; init; }

    /// <summary>How many of those were stopped.</summary>
    public required int Aborted { get; init; }

    /// <summary>How many of those run.</summary>
    public required int Running { get; init; }

    /// <summary>How long those took that succeeded; missing if none has.</summary>
    public DurationView? Duration { get; init; }

    /// <summary>The time in equal parts.</summary>
    public required IReadOnlyList<MetricsBucketView> Series { get; init; }

    /// <summary>How many executions were looked at.</summary>
    public required int Counted { get; init; }

    /// <summary>Whether these were all; otherwise the oldest are not counted.</summary>
    public required bool IsComplete { get; init; }

    public static MachineMetricsView Of(string stateMachineArn, DateTimeOffset from, DateTimeOffset to, MachineMetrics metrics) => new()
    {
        StateMachineArn = stateMachineArn,
        From = from,
        To = to,
        Started = metrics.Whole.Started,
        Running = metrics.Whole.Running,
        Succeeded = metrics.Whole.Succeeded,
        Failed = metrics.Whole.Failed,
        TimedOut = metrics.Whole.TimedOut,
        Aborted = metrics.Whole.Aborted,
        Duration = DurationView.Of(metrics.Whole),
        Series = [.. metrics.Series.Select(MetricsBucketView.Of)],
        Counted = metrics.Counted,
        IsComplete = metrics.IsComplete,
    };
}
