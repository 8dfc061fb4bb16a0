namespace TaskOrchestration.Orchestrations.Engine;

/// <summary>What was open when the engine last stopped.</summary>
/// <param name="Executions">How many executions.</param>
/// <param name="MapRuns">The ARNs of the Map Runs that they wait for.</param>
internal sealed record Recovered(int Executions, IReadOnlySet<string> MapRuns);
