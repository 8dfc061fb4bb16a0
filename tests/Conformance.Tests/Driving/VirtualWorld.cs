using TaskOrchestration.Orchestrations.MapRuns;
using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Conformance.Tests.Driving;

/// <summary>What executions of one case live in.</summary>
/// <param name="Agenda">What is to happen in it.</param>
/// <param name="Perform">Does a task and says what comes of it and when.</param>
/// <param name="MapRuns">How Map Runs go on.</param>
internal sealed record VirtualWorld(VirtualAgenda Agenda, Func<TaskRequest, TaskReport> Perform, MapRunAdvancing MapRuns);
