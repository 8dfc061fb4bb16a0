using Microsoft.Data.Sqlite;
using TaskOrchestration.Domain.Ports;

namespace TaskOrchestration.Orchestrations.Stores;

/// <summary>Reservations of stock in a <see cref="TaskDatabase"/>.</summary>
public sealed class SqliteReservationStore(TaskDatabase database) : IReservationStore
{
    /// <inheritdoc/>
    public ValueTask<StockReservation?> FindAsync(string token, CancellationToken cancellationToken = default) =>
        database.ReadAsync(connection => Find(connection, token), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<StockReservation> DecideAsync(
        string token,
        IReadOnlyCollection<string> skus,
        DateTimeOffset at,
        Func<StockReservation?, IReadOnlyDictionary<string, long>, StockReservation> decide,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(decide);
        return database.WriteAsync(
            connection =>
            {
                var kept = Find(connection, token);
                var decided = decide(kept, HeldByOthers(connection, token, skus, at));
                if (!ReferenceEquals(decided, kept))
                {
                    Keep(connection, decided, kept);
                }

                return decided;
            },
            cancellationToken);
    }

    private static StockReservation? Find(SqliteConnection connection, string token)
    {
        var kept = connection.First("SELECT * FROM stock_reservations WHERE token = $token", Read, ("$token", token));
        return kept is null ? null : kept with
        {
            Lines =
            [
                .. connection.All(
                    "SELECT sku, quantity FROM stock_lines WHERE token = $token ORDER BY line",
                    row => new StockLine(row.Text("sku"), (int)row.Integer("quantity")),
                    ("$token", token)),
            ],
        };
    }

    private static Dictionary<string, long> HeldByOthers(SqliteConnection connection, string token, IReadOnlyCollection<string> skus, DateTimeOffset at)
    {
        var held = new Dictionary<string, long>();
        foreach (var sku in skus.Distinct())
        {
            var quantity = connection.First(
                """
                SELECT coalesce(sum(l.quantity), 0) FROM stock_lines l JOIN stock_reservations r USING (token)
                WHERE l.sku = $sku AND l.token <> $token AND r.status = 'Held' AND (r.expires_ticks IS NULL OR r.expires_ticks > $at)
                """,
                row => row.GetInt64(0),
                ("$sku", sku),
                ("$token", token),
                ("$at", at.UtcTicks));
            if (quantity > 0)
            {
                held.Add(sku, quantity);
            }
        }

        return held;
    }

    private static void Keep(SqliteConnection connection, StockReservation decided, StockReservation? kept)
    {
        connection.Run(
            """
            INSERT INTO stock_reservations (token, status, missing_sku, expires_ticks, at) VALUES ($token, $status, $missing, $expires, $at)
            ON CONFLICT (token) DO UPDATE SET status = $status, missing_sku = $missing, expires_ticks = $expires, at = $at
            """,
            ("$token", decided.Token),
            ("$status", decided.Status.ToString()),
            ("$missing", decided.MissingSku),
            ("$expires", decided.ExpiresAt?.UtcTicks),
            ("$at", SqliteRows.WriteTime(decided.At)));
        if (decided.Lines.Equals(kept?.Lines))
        {
            return;
        }

        connection.Run("DELETE FROM stock_lines WHERE token = $token", ("$token", decided.Token));
        foreach (var (number, line) in decided.Lines.Index())
        {
            connection.Run(
                "INSERT INTO stock_lines (token, line, sku, quantity) VALUES ($token, $line, $sku, $quantity)",
                ("$token", decided.Token),
                ("$line", number),
                ("$sku", line.Sku),
                ("$quantity", line.Quantity));
        }
    }

    private static StockReservation Read(SqliteDataReader row) => new(
        row.Text("token"),
        row.Choice<ReservationStatus>("status"),
        Lines: [],
        row.OptionalText("missing_sku"),
        row.GetOrdinal("expires_ticks") is var column && row.IsDBNull(column) ? null : new DateTimeOffset(row.GetInt64(column), TimeSpan.Zero),
        row.Time("at"));
}
