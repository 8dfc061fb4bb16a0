namespace TaskOrchestration.Domain.Orders;

/// <summary>What the steps after placement are told; everything else stands in the order's record.</summary>
/// <param name="OrderId">The order.</param>
public sealed record OrderReference(string OrderId);
