using TaskOrchestration.Orchestrations.Blobs;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.Conformance.Tests.Driving;

/// <summary>A run as it was, and what it takes to run it again elsewhere.</summary>
/// <param name="Machine">The machine.</param>
/// <param name="Start">What the execution was born with.</param>
/// <param name="StartedAt">The moment it began.</param>
/// <param name="Perform">Does a task and says what comes of it and when; the same request gives the same again.</param>
/// <param name="Outcome">Where it stood in the end.</param>
/// <param name="Blobs">Where Map Runs find items and leave results, or null for nowhere.</param>
public sealed record RecordedRun(
    StateMachine Machine,
    ExecutionStart Start,
    DateTimeOffset StartedAt,
    Func<TaskRequest, TaskReport> Perform,
    VirtualOutcome Outcome,
    IBlobStore? Blobs);
