namespace TaskOrchestration.Domain.Failures;

/// <summary>Something was said about a task that no task can have. Nothing has changed.</summary>
public sealed class InvalidTaskException(string message) : DomainException("InvalidTask", message);
