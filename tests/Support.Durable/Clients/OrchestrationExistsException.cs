namespace TaskOrchestration.Support.Durable.Clients;

/// <summary>An orchestration is running under the id under which another was to be started.</summary>
/// <remarks>The real client throws an exception of a package that is not named here; so whoever schedules must not depend on the type, and this is no public one of theirs.</remarks>
public sealed class OrchestrationExistsException(string instanceId) : Exception($"An Orchestration instance with the status Running already exists under the id '{instanceId}'.");
