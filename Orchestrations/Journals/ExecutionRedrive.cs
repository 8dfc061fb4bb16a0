namespace TaskOrchestration.Orchestrations.Journals;

/// <summary>An execution that had ended runs again.</summary>
/// <param name="Execution">Its key.</param>
/// <param name="RedriveCount">How often that has happened, this time included.</param>
/// <param name="RedriveDate">When it happened.</param>
public sealed record ExecutionRedrive(long Execution, int RedriveCount, DateTimeOffset RedriveDate);
