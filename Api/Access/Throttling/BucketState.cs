namespace TaskOrchestration.Api.Access.Throttling;

/// <summary>A bucket after somebody has asked it for a token.</summary>
/// <param name="IsTaken">Whether there was one.</param>
/// <param name="Remaining">How many are left.</param>
/// <param name="Reset">In how many seconds it is full.</param>
/// <param name="RetryAfter">In how many seconds there is one again.</param>
internal readonly record struct BucketState(bool IsTaken, int Remaining, int Reset, int RetryAfter);
