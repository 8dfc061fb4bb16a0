namespace TaskOrchestration.Domain.Settlements;

/// <summary>A page that was settled.</summary>
/// <param name="Page">Which page.</param>
/// <param name="Entries">How many of its entries this settlement has settled.</param>
public sealed record SettledPage(int Page, int Entries);
