using TaskOrchestration.Domain.Failures;
using TaskOrchestration.Domain.Purchases;
using TaskOrchestration.Domain.Refunds;
using TaskOrchestration.Domain.Transactions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Steps;

/// <summary>Reads the input of the TransactionProcessor's steps.</summary>
/// <remarks>
/// Fields of a transaction: <c>TransactionType</c>, <c>TransactionId</c>, <c>AccountId</c>, <c>OrderId</c>, <c>Amount</c> with <c>Currency</c>,
/// <c>PaymentMethod</c>, <c>Reason</c> and, for a refund, <c>OriginalTransactionId</c>.
/// </remarks>
internal static class TransactionInput
{
    private const string RecordName = "transaction";

    public static PurchaseRequest ReadPurchase(Json input)
    {
        var step = StepInput.ReadFirst(input, RecordName, Refusal);
        var transaction = step.Record;
        return new PurchaseRequest
        {
            TransactionId = Id(step, transaction),
            AccountId = transaction.Id("AccountId"),
            OrderId = transaction.Id("OrderId"),
            Amount = transaction.Money("Amount"),
            PaymentMethod = transaction.Text("PaymentMethod"),
            Reason = transaction.Text("Reason"),
        };
    }

    public static RefundRequest ReadRefund(Json input)
    {
        var step = StepInput.ReadFirst(input, RecordName, Refusal);
        var transaction = step.Record;
        return new RefundRequest
        {
            TransactionId = Id(step, transaction),
            OriginalTransactionId = transaction.Id("OriginalTransactionId"),
            AccountId = transaction.Id("AccountId"),
            OrderId = transaction.Id("OrderId"),
            Amount = transaction.Money("Amount"),
            Reason = transaction.Text("Reason"),
        };
    }

    /// <summary>What failed may well have failed for its fields, so what cannot be read of them is left out of the record.</summary>
    public static FailureRequest ReadFailure(Json input)
    {
        var step = StepInput.Read(input, RecordName, Refusal);
        var transaction = step.Record.Leniently();
        var failure = step.Failure();
        return new FailureRequest
        {
            Kind = ReadKind(step.Record),
            TransactionId = Id(step, transaction),
            AccountId = transaction.Id("AccountId"),
            OrderId = transaction.Id("OrderId"),
            Amount = transaction.Money("Amount"),
            Reason = transaction.Text("Reason"),
            Error = failure.Error,
            Cause = failure.Cause,
        };
    }

    private static InvalidTransactionException Refusal(string message) => new(message);

    private static string? Id(StepInput step, InputFields transaction) => step.IdOr("TransactionId", "txn", transaction);

    private static TransactionKind ReadKind(InputFields transaction) => transaction.Text("TransactionType") switch
    {
        "PURCHASE" => TransactionKind.Purchase,
        "REFUND" => TransactionKind.Refund,
        var other => transaction.Refuse<TransactionKind>(
            "TransactionType", "PURCHASE or REFUND", other is null ? null : Json.Of(other)),
    };
}
