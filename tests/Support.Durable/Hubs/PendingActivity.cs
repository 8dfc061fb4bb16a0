using TaskOrchestration.Support.Durable.Histories;

namespace TaskOrchestration.Support.Durable.Hubs;

/// <summary>An activity that waits to be done.</summary>
internal sealed record PendingActivity(Instance Instance, int Generation, HubEvent.ActivityCalled Called);
