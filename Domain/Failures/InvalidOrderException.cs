namespace TaskOrchestration.Domain.Failures;

/// <summary>An order that cannot be placed as it is written. Nothing of it has been carried out.</summary>
public sealed class InvalidOrderException(string message) : DomainException(ErrorName, message)
{
    /// <summary>The error's name.</summary>
    public const string ErrorName = "InvalidOrder";
}
