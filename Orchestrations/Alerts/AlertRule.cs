namespace TaskOrchestration.Orchestrations.Alerts;

/// <summary>When to call somebody. The same rules are alert rules of Azure Monitor (<c>infra/alerts</c>).</summary>
public sealed record AlertRule
{
    /// <summary>Its name, in lower-case words joined by hyphens.</summary>
    public required string Name { get; init; }

    /// <summary>How grave it is, as Azure Monitor counts: 0 critical, 1 error, 2 warning, 3 informational, 4 verbose.</summary>
    public required int Severity { get; init; }

    /// <summary>What it means when it fires.</summary>
    public required string Description { get; init; }

    /// <summary>What it looks at.</summary>
    public required AlertSignal Signal { get; init; }

    /// <summary>More than this is too much.</summary>
    public required double Threshold { get; init; }

    /// <summary>How far back events are counted.</summary>
    public required TimeSpan Window { get; init; }

    /// <summary>How often it is evaluated.</summary>
    public required TimeSpan EvaluateEvery { get; init; }

    /// <summary>How long it must be too much before the rule fires.</summary>
    public required TimeSpan PendingFor { get; init; }

    /// <summary>How long it must be well again before the rule is resolved, so that one that goes up and down does not call somebody each time.</summary>
    public required TimeSpan ResolveAfter { get; init; }

    /// <summary>The query that finds the same in a Log Analytics workspace, as a column <c>Value</c>.</summary>
    public required string Query { get; init; }
}
