namespace TaskOrchestration.Domain.Failures;

/// <summary>An order or a task was asked to move to a status that its present status does not lead to.</summary>
public sealed class IllegalTransitionException(string message) : DomainException("IllegalTransition", message);
