using TaskOrchestration.Domain.Amounts;

namespace TaskOrchestration.Domain.Purchases;

/// <summary>A purchase to carry out. Nothing is required.</summary>
public sealed record PurchaseRequest
{
    /// <summary>The purchase's id. Without one, an id is derived from the step's token.</summary>
    public string? TransactionId { get; init; }

    /// <summary>Who pays.</summary>
    public string? AccountId { get; init; }

    /// <summary>The order that is paid for.</summary>
    public string? OrderId { get; init; }

    /// <summary>What to charge. Without an amount the purchase is acknowledged and nothing is charged.</summary>
    public Money? Amount { get; init; }

    /// <summary>How it is paid: what the payment gateway knows a card or account by.</summary>
    public string? PaymentMethod { get; init; }

    /// <summary>What it is for.</summary>
    public string? Reason { get; init; }
}
