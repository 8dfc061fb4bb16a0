using TaskOrchestration.Domain.Amounts;

namespace TaskOrchestration.Domain.Transactions;

/// <summary>What <see cref="FailureRecording"/> is told: the transaction as it was asked for, and what went wrong.</summary>
public sealed record FailureRequest
{
    /// <summary>What was asked for.</summary>
    public required TransactionKind Kind { get; init; }

    /// <summary>The id, if one was given.</summary>
    public string? TransactionId { get; init; }

    /// <summary>Whose transaction it was.</summary>
    public string? AccountId { get; init; }

    /// <summary>The order it belongs to.</summary>
    public string? OrderId { get; init; }

    /// <summary>What should have been charged or refunded.</summary>
    public Money? Amount { get; init; }

    /// <summary>Why it was asked for.</summary>
    public string? Reason { get; init; }

    /// <summary>The error's name, as the Catch got it.</summary>
    public required string Error { get; init; }

    /// <summary>The error's cause, as the Catch got it.</summary>
    public string? Cause { get; init; }
}
