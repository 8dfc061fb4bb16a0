namespace TaskOrchestration.Domain.Settlements;

/// <summary>A page whose step failed for good.</summary>
/// <param name="Page">Which page.</param>
/// <param name="Error">The error's name.</param>
/// <param name="Pending">How many of its entries are not settled by this settlement, and so are for the next.</param>
public sealed record PageFailure(int Page, string Error, int Pending);
