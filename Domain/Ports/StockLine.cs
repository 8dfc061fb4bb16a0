namespace TaskOrchestration.Domain.Ports;

/// <summary>So many of one thing, in stock.</summary>
/// <param name="Sku">What the inventory knows the thing by.</param>
/// <param name="Quantity">How many.</param>
public sealed record StockLine(string Sku, int Quantity);
