namespace TaskOrchestration.Domain.Orders;

/// <summary>One line of an order's history.</summary>
/// <param name="Status">The status it moved to.</param>
/// <param name="At">When.</param>
/// <param name="Token">The token of the step that moved it.</param>
/// <param name="Note">Why, where the status alone does not say it.</param>
public sealed record StatusChange(OrderStatus Status, DateTimeOffset At, string Token, string? Note = null);
