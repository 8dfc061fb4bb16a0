using Azure.Data.Tables;
using TaskOrchestration.Domain.Amounts;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Transactions;

namespace TaskOrchestration.Functions.Storage.Business;

/// <summary>Transactions in a table.</summary>
public sealed class TableTransactionStore(EntityTables tables) : ITransactionStore
{
    private readonly VersionedTable transactions = new(tables[TableNames.Transactions], "transaction");

    /// <inheritdoc/>
    public async ValueTask<Transaction?> FindAsync(string transactionId, CancellationToken cancellationToken = default) =>
        await transactions.FindAsync(transactionId, cancellationToken) is { } kept ? Read(kept) : null;

    /// <inheritdoc/>
    public async ValueTask<Transaction?> TrySaveAsync(Transaction transaction, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        var saved = transaction with { Version = transaction.Version + 1 };
        return await transactions.TrySaveAsync(transaction.TransactionId, Write(saved), cancellationToken) ? saved : null;
    }

    private TableEntity Write(Transaction transaction)
    {
        var entity = transactions.Begin(transaction.TransactionId, transaction.Version);
        entity["TransactionId"] = transaction.TransactionId;
        entity["Kind"] = transaction.Kind.ToString();
        entity["Status"] = transaction.Status.ToString();
        entity["AccountId"] = transaction.AccountId;
        entity["OrderId"] = transaction.OrderId;
        entity["MinorUnits"] = transaction.Amount?.MinorUnits;
        entity["Currency"] = transaction.Amount?.Currency.Code;
        entity.SetText("Reason", transaction.Reason);
        entity["OriginalTransactionId"] = transaction.OriginalTransactionId;
        entity.SetText("Note", transaction.Note);
        entity["Error"] = transaction.Error;
        entity.SetText("Cause", transaction.Cause);
        entity["Failures"] = (long)transaction.Failures;
        entity["Token"] = transaction.Token;
        entity["CreatedAt"] = EntityValues.WriteTime(transaction.CreatedAt);
        entity["UpdatedAt"] = EntityValues.WriteTime(transaction.UpdatedAt);
        entity["SettlementId"] = transaction.SettlementId;
        entity["SettledAt"] = transaction.SettledAt is { } at ? EntityValues.WriteTime(at) : null;
        return entity;
    }

    private static Transaction Read(TableEntity kept) => new()
    {
        TransactionId = kept.Text("TransactionId"),
        Version = kept.Integer("Version"),
        Kind = kept.Choice<TransactionKind>("Kind"),
        Status = kept.Choice<TransactionStatus>("Status"),
        AccountId = kept.GetString("AccountId"),
        OrderId = kept.GetString("OrderId"),
        Amount = kept.GetString("Currency") is { } currency ? Money.OfMinorUnits(kept.Integer("MinorUnits"), currency) : null,
        Reason = kept.FindText("Reason"),
        OriginalTransactionId = kept.GetString("OriginalTransactionId"),
        Note = kept.FindText("Note"),
        Error = kept.GetString("Error"),
        Cause = kept.FindText("Cause"),
        Failures = (int)kept.Integer("Failures"),
        Token = kept.Text("Token"),
        CreatedAt = kept.Time("CreatedAt"),
        UpdatedAt = kept.Time("UpdatedAt"),
        SettlementId = kept.GetString("SettlementId"),
        SettledAt = kept.FindTime("SettledAt"),
    };
}
