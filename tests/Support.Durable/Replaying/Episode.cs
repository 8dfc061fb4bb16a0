using TaskOrchestration.Support.Durable.Histories;

namespace TaskOrchestration.Support.Durable.Replaying;

/// <summary>What came of running an orchestrator. Nothing of it has happened until it is committed.</summary>
/// <param name="Fresh">The events that it saw for the first time.</param>
/// <param name="Called">What it called for, in order.</param>
/// <param name="Calls">All that it asked of its context in this generation.</param>
/// <param name="CustomStatus">What it set as its status, as text.</param>
/// <param name="End">How it ended; null if it waits.</param>
internal sealed record Episode(
    IReadOnlyList<HubEvent> Fresh, IReadOnlyList<HubEvent.Called> Called, IReadOnlyList<Call> Calls, string? CustomStatus, EpisodeEnd? End);
