namespace TaskOrchestration.Api.Tasks;

/// <summary>Nothing needs to be said to try a task again.</summary>
internal sealed record RetryRequest;
