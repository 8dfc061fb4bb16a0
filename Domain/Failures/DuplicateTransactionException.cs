namespace TaskOrchestration.Domain.Failures;

/// <summary>The id names a transaction with other content. Nothing has been done under it for this one.</summary>
public sealed class DuplicateTransactionException(string message) : DomainException(ErrorName, message)
{
    /// <summary>The error's name.</summary>
    public const string ErrorName = "DuplicateTransaction";
}
