using TaskOrchestration.Support.Durable.Histories;

namespace TaskOrchestration.Support.Durable.Hubs;

/// <summary>Something on its way to an orchestration.</summary>
/// <param name="Event">What will be in its history.</param>
/// <param name="Generation">For which generation it is; null for any.</param>
internal sealed record Message(HubEvent.Came Event, int? Generation);
