namespace TaskOrchestration.Domain.Settlements;

/// <summary>What a total adds up.</summary>
public enum SettlementKind
{
    /// <summary>Money that came in: purchases, and orders that were shipped.</summary>
    Purchases,

    /// <summary>Money that went back.</summary>
    Refunds,

    /// <summary>The one less the other; may be negative.</summary>
    Net,
}
