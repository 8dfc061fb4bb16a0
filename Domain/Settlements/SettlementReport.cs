using TaskOrchestration.Domain.Values;

namespace TaskOrchestration.Domain.Settlements;

/// <summary>What came of a settlement.</summary>
public sealed record SettlementReport
{
    /// <summary>The settlement as it was planned.</summary>
    public required Settlement Settlement { get; init; }

    /// <summary>How many entries it settled.</summary>
    public required int Settled { get; init; }

    /// <summary>What they add up to.</summary>
    public ValueList<SettlementTotal> Totals { get; init; } = [];

    /// <summary>The pages that failed, in their order.</summary>
    public ValueList<PageFailure> Failures { get; init; } = [];

    /// <summary>Whether not more pages failed than may.</summary>
    public required bool IsTolerated { get; init; }
}
