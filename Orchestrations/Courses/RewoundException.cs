namespace TaskOrchestration.Orchestrations.Courses;

/// <summary>Facts that were applied turned out never to have happened; what was asked for is to be looked up once more.</summary>
internal sealed class RewoundException() : Exception("facts that were applied turned out never to have happened");
