namespace TaskOrchestration.Domain.Failures;

/// <summary>A business outcome that a workflow treats as an error.</summary>
/// <remarks>
/// <see cref="Name"/> is what a Retry or Catch names in <c>ErrorEquals</c>, so a name is never changed; the message becomes the
/// cause. Any other exception thrown by a step is a bug or a breakdown of what lies behind a port.
/// </remarks>
public abstract class DomainException(string name, string message) : Exception(message)
{
    /// <summary>The States Language error name, for instance <c>PaymentDeclined</c>.</summary>
    public string Name { get; } = name;
}
