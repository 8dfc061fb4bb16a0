namespace TaskOrchestration.Orchestrations.Workflows;

/// <summary>A workflow that comes with the program.</summary>
/// <param name="Name">The name of its state machine.</param>
/// <param name="Definition">The text of its definition.</param>
public sealed record SeedWorkflow(string Name, string Definition);
