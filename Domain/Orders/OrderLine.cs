using TaskOrchestration.Domain.Amounts;

namespace TaskOrchestration.Domain.Orders;

/// <summary>So many of one thing.</summary>
/// <param name="Sku">What the inventory knows the thing by.</param>
/// <param name="Quantity">How many; at least one.</param>
/// <param name="UnitPrice">What one costs, if the line says it.</param>
public sealed record OrderLine(string Sku, int Quantity, Money? UnitPrice = null);
