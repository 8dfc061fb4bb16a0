using Microsoft.Data.Sqlite;
using TaskOrchestration.Domain.Ports;

namespace TaskOrchestration.Orchestrations.Stores;

/// <summary>A ledger in a <see cref="TaskDatabase"/>.</summary>
public sealed class SqliteLedger(TaskDatabase database) : ILedger
{
    /// <inheritdoc/>
    public ValueTask<LedgerEntry?> FindAsync(string token, CancellationToken cancellationToken = default) =>
        database.ReadAsync(connection => Find(connection, token), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<LedgerEntry>> OfTransactionAsync(string transactionId, CancellationToken cancellationToken = default) =>
        database.ReadAsync(connection => OfTransaction(connection, transactionId), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<LedgerEntry>> OfOrderAsync(string orderId, CancellationToken cancellationToken = default) =>
        database.ReadAsync<IReadOnlyList<LedgerEntry>>(
            connection => connection.All("SELECT * FROM ledger WHERE order_id = $order ORDER BY position", Read, ("$order", orderId)),
            cancellationToken);

    /// <inheritdoc/>
    public ValueTask<LedgerEntry> PostAsync(LedgerEntry entry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return database.WriteAsync(
            connection =>
            {
                if (Find(connection, entry.Token) is { } standing)
                {
                    return standing;
                }

                LedgerRules.Check(OfTransaction(connection, entry.TransactionId), entry);
                Insert(connection, entry);
                return entry;
            },
            cancellationToken);
    }

    private static LedgerEntry? Find(SqliteConnection connection, string token) =>
        connection.First("SELECT * FROM ledger WHERE token = $token", Read, ("$token", token));

    private static IReadOnlyList<LedgerEntry> OfTransaction(SqliteConnection connection, string transactionId) => connection.All(
        "SELECT * FROM ledger WHERE transaction_id = $transaction ORDER BY position", Read, ("$transaction", transactionId));

    private static void Insert(SqliteConnection connection, LedgerEntry entry)
    {
        InsertEntry(connection, entry);
        if (entry.Kind is LedgerEntryKind.Charge or LedgerEntryKind.Refund)
        {
            connection.Run("INSERT INTO unsettled (position, at_ticks) VALUES (last_insert_rowid(), $at)", ("$at", entry.At.UtcTicks));
        }
    }

    private static void InsertEntry(SqliteConnection connection, LedgerEntry entry) => connection.Run(
        """
        INSERT INTO ledger (token, kind, transaction_id, refund_id, account_id, order_id, minor_units, currency, authorization_code, decline_code, reason, at)
        VALUES ($token, $kind, $transaction, $refund, $account, $order, $units, $currency, $authorization, $decline, $reason, $at)
        """,
        ("$token", entry.Token),
        ("$kind", entry.Kind.ToString()),
        ("$transaction", entry.TransactionId),
        ("$refund", entry.RefundId),
        ("$account", entry.AccountId),
        ("$order", entry.OrderId),
        ("$units", entry.Amount?.MinorUnits),
        ("$currency", entry.Amount?.Currency.Code),
        ("$authorization", entry.AuthorizationCode),
        ("$decline", entry.DeclineCode?.Name),
        ("$reason", entry.Reason),
        ("$at", SqliteRows.WriteTime(entry.At)));

    internal static LedgerEntry Read(SqliteDataReader row) => new()
    {
        Token = row.Text("token"),
        Kind = row.Choice<LedgerEntryKind>("kind"),
        TransactionId = row.Text("transaction_id"),
        RefundId = row.OptionalText("refund_id"),
        AccountId = row.OptionalText("account_id"),
        OrderId = row.OptionalText("order_id"),
        Amount = row.OptionalMoney(),
        AuthorizationCode = row.OptionalText("authorization_code"),
        DeclineCode = row.OptionalText("decline_code") is { } code ? DeclineCode.Find(code) : null,
        Reason = row.OptionalText("reason"),
        At = row.Time("at"),
    };
}
