using TaskOrchestration.Domain.Amounts;

namespace TaskOrchestration.Domain.Ports;

/// <summary>What a payment gateway is told to pay back.</summary>
public sealed record RefundOrder
{
    /// <summary>The charge to pay back from.</summary>
    public required string TransactionId { get; init; }

    /// <summary>The refund's own id.</summary>
    public required string RefundId { get; init; }

    /// <summary>How much.</summary>
    public required Money Amount { get; init; }

    /// <summary>Who is paid back.</summary>
    public string? AccountId { get; init; }

    /// <summary>The order the charge was for.</summary>
    public string? OrderId { get; init; }

    /// <summary>Why.</summary>
    public string? Reason { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }
}
