using TaskOrchestration.Orchestrations.Journals;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.Orchestrations.Engine;

/// <summary>An execution that is to begin.</summary>
/// <param name="Start">What it begins with.</param>
/// <param name="At">When.</param>
/// <param name="Machine">The machine it runs.</param>
/// <param name="Revision">The number of the revision; of a child of a Map Run, that of the machine its Map is part of.</param>
/// <param name="Child">What it is as the child of a Map Run, or null if it is none.</param>
internal sealed record Birth(ExecutionStart Start, DateTimeOffset At, StateMachine Machine, long Revision, ChildEntry? Child = null);
