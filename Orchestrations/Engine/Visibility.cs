using System.Runtime.CompilerServices;

// The parts of the engine are its own, and its tests'.
[assembly: InternalsVisibleTo("TaskOrchestration.Orchestrations.Tests")]
