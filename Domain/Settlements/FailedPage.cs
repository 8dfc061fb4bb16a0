namespace TaskOrchestration.Domain.Settlements;

/// <summary>A page whose step failed for good.</summary>
/// <param name="Page">Which page.</param>
/// <param name="Error">The error's name.</param>
public sealed record FailedPage(int Page, string Error);
