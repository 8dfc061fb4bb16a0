using System.ComponentModel;

namespace TaskOrchestration.Api.Executions.Views;

/// <summary>Facts in their order.</summary>
internal sealed record FactPage
{
    /// <summary>The facts.</summary>
    public required IReadOnlyList<FactView> Items { get; init; }

    /// <summary>How many there are by now.</summary>
    public required int FactCount { get; init; }

    /// <summary>What to pass as <c>after</c> for those that follow; missing at the end.</summary>
    [Description("What to pass as after for those that follow; missing at the end.")]
    public int? Next { get; init; }
}
