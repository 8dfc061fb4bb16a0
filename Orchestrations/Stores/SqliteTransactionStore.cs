using Microsoft.Data.Sqlite;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Transactions;

namespace TaskOrchestration.Orchestrations.Stores;

/// <summary>Transactions in a <see cref="TaskDatabase"/>.</summary>
public sealed class SqliteTransactionStore(TaskDatabase database) : ITransactionStore
{
    /// <inheritdoc/>
    public ValueTask<Transaction?> FindAsync(string transactionId, CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            connection => connection.First("SELECT * FROM transactions WHERE transaction_id = $id", Read, ("$id", transactionId)),
            cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Transaction?> TrySaveAsync(Transaction transaction, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        var saved = transaction with { Version = transaction.Version + 1 };
        return database.WriteAsync(connection => Save(connection, saved) == 1 ? saved : null, cancellationToken);
    }

    private static int Save(SqliteConnection connection, Transaction transaction) => connection.Run(
        transaction.Version == 1
            ? """
              INSERT INTO transactions (transaction_id, version, kind, status, account_id, order_id, minor_units, currency, reason,
                original_transaction_id, note, error, cause, failures, token, created_at, updated_at, settlement_id, settled_at)
              VALUES ($id, $version, $kind, $status, $account, $order, $units, $currency, $reason, $original, $note,
                $error, $cause, $failures, $token, $created, $updated, $settlement, $settled)
              ON CONFLICT (transaction_id) DO NOTHING
              """
            : """
              UPDATE transactions SET version = $version, kind = $kind, status = $status, account_id = $account, order_id = $order,
                minor_units = $units, currency = $currency, reason = $reason, original_transaction_id = $original, note = $note,
                error = $error, cause = $cause, failures = $failures, token = $token, created_at = $created, updated_at = $updated,
                settlement_id = $settlement, settled_at = $settled
              WHERE transaction_id = $id AND version = $version - 1
              """,
        ("$id", transaction.TransactionId),
        ("$version", transaction.Version),
        ("$kind", transaction.Kind.ToString()),
        ("$status", transaction.Status.ToString()),
        ("$account", transaction.AccountId),
        ("$order", transaction.OrderId),
        ("$units", transaction.Amount?.MinorUnits),
        ("$currency", transaction.Amount?.Currency.Code),
        ("$reason", transaction.Reason),
        ("$original", transaction.OriginalTransactionId),
        ("$note", transaction.Note),
        ("$error", transaction.Error),
        ("$cause", transaction.Cause),
        ("$failures", transaction.Failures),
        ("$token", transaction.Token),
        ("$created", SqliteRows.WriteTime(transaction.CreatedAt)),
        ("$updated", SqliteRows.WriteTime(transaction.UpdatedAt)),
        ("$settlement", transaction.SettlementId),
        ("$settled", transaction.SettledAt is { } at ? SqliteRows.WriteTime(at) : null));

    private static Transaction Read(SqliteDataReader row) => new()
    {
        TransactionId = row.Text("transaction_id"),
        Version = row.Integer("version"),
        Kind = row.Choice<TransactionKind>("kind"),
        Status = row.Choice<TransactionStatus>("status"),
        AccountId = row.OptionalText("account_id"),
        OrderId = row.OptionalText("order_id"),
        Amount = row.OptionalMoney(),
        Reason = row.OptionalText("reason"),
        OriginalTransactionId = row.OptionalText("original_transaction_id"),
        Note = row.OptionalText("note"),
        Error = row.OptionalText("error"),
        Cause = row.OptionalText("cause"),
        Failures = (int)row.Integer("failures"),
        Token = row.Text("token"),
        CreatedAt = row.Time("created_at"),
        UpdatedAt = row.Time("updated_at"),
        SettlementId = row.OptionalText("settlement_id"),
        SettledAt = row.OptionalText("settled_at") is { } at ? SqliteRows.ReadTime(at) : null,
    };
}
