namespace TaskOrchestration.Orchestrations.StatusEvents;

/// <summary>A change that was given up.</summary>
/// <param name="Change">The change.</param>
/// <param name="Attempts">How often its delivery was tried in vain.</param>
/// <param name="DiedAt">When it was given up.</param>
/// <param name="Reason">Why.</param>
/// <param name="Place">Its place among the dead of its subscription, for the next page.</param>
public sealed record DeadEvent(StatusChange Change, int Attempts, DateTimeOffset DiedAt, string Reason, string Place);
