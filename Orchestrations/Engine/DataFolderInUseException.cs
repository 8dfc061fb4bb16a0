namespace TaskOrchestration.Orchestrations.Engine;

/// <summary>Another process has the data folder open. The message says so and what to do.</summary>
public sealed class DataFolderInUseException(string message, Exception inner) : IOException(message, inner);
