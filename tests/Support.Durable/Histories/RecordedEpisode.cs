namespace TaskOrchestration.Support.Durable.Histories;

/// <summary>A run of an orchestrator that became history.</summary>
/// <param name="InstanceId">The orchestration.</param>
/// <param name="Generation">Its generation, unique in the hub.</param>
/// <param name="Fresh">What it saw for the first time.</param>
/// <param name="Called">What it called for, in order.</param>
public sealed record RecordedEpisode(string InstanceId, int Generation, IReadOnlyList<HubEvent> Fresh, IReadOnlyList<HubEvent.Called> Called);
