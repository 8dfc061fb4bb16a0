namespace TaskOrchestration.Domain.Orders;

/// <summary>What <see cref="OrderCompensation"/> is told.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Error">The error that made it necessary, for the order's history.</param>
/// <param name="Cause">The cause of that error.</param>
public sealed record CompensationRequest(string OrderId, string? Error = null, string? Cause = null);
