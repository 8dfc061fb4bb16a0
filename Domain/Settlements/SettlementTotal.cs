namespace TaskOrchestration.Domain.Settlements;

/// <summary>A sum over a settlement's entries.</summary>
/// <param name="Currency">The currency's code.</param>
/// <param name="Kind">What is added up.</param>
/// <param name="Count">How many entries.</param>
/// <param name="Amount">How much, with all the decimals of the currency.</param>
public sealed record SettlementTotal(string Currency, SettlementKind Kind, int Count, decimal Amount);
