using System.ComponentModel;
using System.Xml;
using TaskOrchestration.Orchestrations.Alerts;

namespace TaskOrchestration.Api.Telemetry;

/// <summary>An alert rule and how it stands.</summary>
[DisplayName("Alert")]
internal sealed record AlertView
{
    /// <summary>The name of the rule.</summary>
    public required string Name { get; init; }

    /// <summary>What it means when it fires.</summary>
    public required string Description { get; init; }

    /// <summary>How grave it is: 0 critical, 1 error, 2 warning, 3 informational, 4 verbose.</summary>
    public required int Severity { get; init; }

    /// <summary>What it looks at.</summary>
    public required AlertSignal Signal { get; init; }

    /// <summary>More than this is too much.</summary>
    public required double Threshold { get; init; }

    /// <summary>How far back events are counted, as an ISO 8601 duration.</summary>
    public required string Window { get; init; }

    /// <summary>How it stands.</summary>
    public required AlertStatus Status { get; init; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>What was found when it was last evaluated.</summary>
    public required double Value { get; init; }

    /// <summary>When that was; missing before the first time.</summary>
    public DateTimeOffset? EvaluatedAt { get; init; }

    public static AlertView Of(AlertRule rule, AlertState state) => new()
    {
        Name = rule.Name,
        Description = rule.Description,
        Severity = rule.Severity,
        Signal = rule.Signal,
        Threshold = rule.Threshold,
        Window = XmlConvert.ToString(rule.Window),
        Status = state.Status,
        Since = state.Since,
        Value = state.Value,
        EvaluatedAt = state.EvaluatedAt > DateTimeOffset.MinValue ? state.EvaluatedAt : null,
    };
}
