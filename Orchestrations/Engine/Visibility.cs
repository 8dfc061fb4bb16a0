using System.Runtime.CompilerServices;

// The parts of the engine are its own, its tests' and its benchmarks'.
[assembly: InternalsVisibleTo("TaskOrchestration.Orchestrations.Tests")]
[assembly: InternalsVisibleTo("TaskOrchestration.Benchmarks")]
