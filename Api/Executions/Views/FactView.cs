using System.ComponentModel;
using TaskOrchestration.Orchestrations.Courses;

namespace TaskOrchestration.Api.Executions.Views;

/// <summary>A fact that reached an execution: a moment it can be looked at.</summary>
[DisplayName("Fact")]
internal sealed record FactView
{
    /// <summary>Its place among the facts: 0, 1, 2 …</summary>
    public required int Index { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What happened.</summary>
    public required FactKind Kind { get; init; }

    /// <summary>The state whose task or timer it was about.</summary>
    public string? State { get; init; }

    /// <summary>How many events the history has after it.</summary>
    public required long LastEventId { get; init; }

    public static FactView Of(FactMoment fact) => new() { Index = fact.Index, At = fact.At, Kind = fact.Kind, State = fact.StateName, LastEventId = fact.LastEvent };
}
