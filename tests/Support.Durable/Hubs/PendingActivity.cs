using TaskOrchestration.Support.Durable.Histories;

namespace TaskOrchestration.Support.Durable.Hubs;

/// <summary>An activity that waits to be done.</summary>
/// <param name="Instance">Who called for it.</param>
/// <param name="Generation">Of which generation.</param>
/// <param name="Called">The call.</param>
/// <param name="IsRepetition">Whether it has been done before.</param>
internal sealed record PendingActivity(Instance Instance, int Generation, HubEvent.ActivityCalled Called, bool IsRepetition = false);
