namespace TaskOrchestration.Orchestrations.Resources;

/// <summary>A handler and the name it answers to, as a service.</summary>
public sealed record TaskHandlerRegistration(string Name, ITaskHandler Handler);
