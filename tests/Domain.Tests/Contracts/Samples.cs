using TaskOrchestration.Domain.Amounts;
using TaskOrchestration.Domain.Orders;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Transactions;

namespace TaskOrchestration.Domain.Tests.Contracts;

/// <summary>Records with every member set, so that a store that forgets one is found out.</summary>
internal static class Samples
{
    /// <summary>A moment with ticks and an offset.</summary>
    public static readonly DateTimeOffset Now = new DateTimeOffset(2024, 2, 29, 23, 59, 59, TimeSpan.FromHours(2)).AddTicks(1234567);

    public static Order FullOrder(string orderId) => new()
    {
        OrderId = orderId,
        CustomerId = "customer ü",
        Lines = [new OrderLine("SKU-1", 2, Money.Of(10.50m, "EUR")), new OrderLine("SKU-2", 1)],
        Total = Money.Of(21m, "EUR"),
        PaymentMethod = "card",
        Carrier = "Blitz",
        ShippingService = "express",
        Destination = new Address
        {
            Recipient = "Ada Lovelace", Street = "12 St James's Square", City = "London", PostalCode = "SW1Y 4JH", Country = "GB",
        },
        History =
        [
            new StatusChange(OrderStatus.Placed, Now, "token-1"),
            new StatusChange(OrderStatus.Declined, Now.AddSeconds(1), "token-2", "insufficient funds"),
            new StatusChange(OrderStatus.Paid, Now.AddSeconds(2), "token-3"),
        ],
        ChargeId = "charge-1",
        HeldUntil = Now.AddMinutes(30),
        TrackingNumber = "track-1",
        LabelReference = "label-1",
        Shipping = new ShippingQuote("Blitz", "express", Money.Of(9.90m, "EUR"), 2),
    };

    public static Order BareOrder(string orderId) => new()
    {
        OrderId = orderId,
        History = [new StatusChange(OrderStatus.Placed, Now, "token")],
    };

    public static Transaction FullTransaction(string transactionId) => new()
    {
        TransactionId = transactionId,
        Kind = TransactionKind.Refund,
        Status = TransactionStatus.Failed,
        AccountId = "account",
        OrderId = "order",
        Amount = Money.Of(1.234m, "BHD"),
        Reason = "Broken on arrival: \"both\" halves",
        OriginalTransactionId = "original",
        Note = "note",
        Error = "RefundExceedsCharge",
        Cause = "cause",
        Failures = 3,
        Token = "token",
        CreatedAt = Now,
        UpdatedAt = Now.AddTicks(1),
        SettlementId = "settlement",
        SettledAt = Now.AddTicks(2),
    };

    public static Transaction BareTransaction(string transactionId) => new()
    {
        TransactionId = transactionId,
        Kind = TransactionKind.Purchase,
        Status = TransactionStatus.Acknowledged,
        Token = "token",
        CreatedAt = Now,
        UpdatedAt = Now,
    };

    public static LedgerEntry Entry(string token, LedgerEntryKind kind, string transactionId, decimal amount, string currency = "EUR") => new()
    {
        Token = token,
        Kind = kind,
        TransactionId = transactionId,
        RefundId = kind == LedgerEntryKind.Refund ? $"refund of {token}" : null,
        AccountId = "account",
        OrderId = "order",
        Amount = Money.Of(amount, currency),
        AuthorizationCode = kind == LedgerEntryKind.Refund ? null : $"code of {token}",
        DeclineCode = kind == LedgerEntryKind.Decline ? DeclineCode.LostCard : null,
        Reason = "reason",
        At = Now,
    };

    public static LedgerEntry BareVoid(string token, string transactionId) => new()
    {
        Token = token,
        Kind = LedgerEntryKind.Void,
        TransactionId = transactionId,
        At = Now,
    };
}
