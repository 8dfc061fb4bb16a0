namespace TaskOrchestration.Orchestrations.Blobs;

/// <summary>A path that no blob can have: what was expected, and what was found.</summary>
public sealed class InvalidBlobPathException(string message) : Exception(message);
