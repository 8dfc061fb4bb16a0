namespace TaskOrchestration.Functions.Storage;

/// <summary>Something does not fit into an entity of a table.</summary>
public sealed class EntityTooLargeException(string message) : Exception(message);
