namespace TaskOrchestration.Domain.Settlements;

/// <summary>A page of a settlement.</summary>
/// <param name="SettlementId">The settlement.</param>
/// <param name="Page">Which page, from 1.</param>
public sealed record PageReference(string SettlementId, int Page);
