using System.Globalization;
using Microsoft.Data.Sqlite;
using TaskOrchestration.Domain.Amounts;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Settlements;

namespace TaskOrchestration.Orchestrations.Stores;

/// <summary>Settlements in a <see cref="TaskDatabase"/>, over the ledger in it.</summary>
/// <remarks>A page is a range of positions of the ledger, and positions only ever grow: nothing that is posted later gets into a page.</remarks>
public sealed class SqliteSettlementStore(TaskDatabase database) : ISettlementStore
{
    /// <summary>How a page is read; the plan of the query must not scan a table.</summary>
    internal const string EntriesOfPage =
        """
        SELECT l.*, s.settlement_id, s.page, s.minor_units AS settled_units, s.currency AS settled_currency, s.settled_at
        FROM settled s JOIN ledger l USING (position)
        WHERE s.settlement_id = $id AND s.page = $page ORDER BY s.position
        """;

    /// <summary>How a page is settled; the plan of the query must not scan a table.</summary>
    internal const string PendingOfPage =
        "FROM unsettled u JOIN ledger l USING (position) WHERE u.position BETWEEN $first AND $last AND u.at_ticks < $before";

    /// <inheritdoc/>
    public ValueTask<Settlement> PlanAsync(SettlementDraft draft, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return database.WriteAsync(connection => Find(connection, draft.SettlementId) ?? Plan(connection, draft), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<Settlement?> FindAsync(string settlementId, CancellationToken cancellationToken = default) =>
        database.ReadAsync(connection => Find(connection, settlementId), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask SettleAsync(string settlementId, int page, DateTimeOffset at, CancellationToken cancellationToken = default) =>
        await database.WriteAsync(connection => Settle(connection, settlementId, page, at), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<SettledEntry>> EntriesAsync(string settlementId, int page, CancellationToken cancellationToken = default) =>
        database.ReadAsync<IReadOnlyList<SettledEntry>>(
            connection => connection.All(EntriesOfPage, ReadEntry, ("$id", settlementId), ("$page", page)), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<long> CountPendingAsync(DateTimeOffset before, CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            connection => connection.First("SELECT count(*) FROM unsettled WHERE at_ticks < $before", row => row.GetInt64(0), ("$before", before.UtcTicks)),
            cancellationToken);

    private static Settlement? Find(SqliteConnection connection, string settlementId)
    {
        var draft = connection.First("SELECT * FROM settlements WHERE settlement_id = $id", ReadDraft, ("$id", settlementId));
        return draft?.With(connection.All(
            "SELECT entries FROM settlement_pages WHERE settlement_id = $id ORDER BY page", row => row.GetInt32(0), ("$id", settlementId)));
    }

    private static Settlement Plan(SqliteConnection connection, SettlementDraft draft)
    {
        var pending = connection.All(
            "SELECT position FROM unsettled WHERE at_ticks < $before ORDER BY position", row => row.GetInt64(0), ("$before", draft.CutOff.UtcTicks));
        var pages = pending.Chunk(SettlementRules.PageSize(pending.Count, draft.FewestInPage)).ToList();
        connection.Run(
            "INSERT INTO settlements (settlement_id, date, time_zone, cut_off, planned_at) VALUES ($id, $date, $zone, $cutOff, $at)",
            ("$id", draft.SettlementId),
            ("$date", draft.Date.ToString("O", CultureInfo.InvariantCulture)),
            ("$zone", draft.TimeZone),
            ("$cutOff", SqliteRows.WriteTime(draft.CutOff)),
            ("$at", SqliteRows.WriteTime(draft.At)));
        foreach (var (index, page) in pages.Index())
        {
            connection.Run(
                "INSERT INTO settlement_pages (settlement_id, page, first_position, last_position, entries) VALUES ($id, $page, $first, $last, $entries)",
                ("$id", draft.SettlementId),
                ("$page", index + 1),
                ("$first", page[0]),
                ("$last", page[^1]),
                ("$entries", page.Length));
        }

        return draft.With(pages.Select(page => page.Length));
    }

    private static int Settle(SqliteConnection connection, string settlementId, int page, DateTimeOffset at)
    {
        var range = connection.First(
            "SELECT * FROM settlement_pages WHERE settlement_id = $id AND page = $page",
            row => (First: row.Integer("first_position"), Last: row.Integer("last_position")),
            ("$id", settlementId),
            ("$page", page));
        var cutOff = connection.First("SELECT cut_off FROM settlements WHERE settlement_id = $id", row => row.Time("cut_off"), ("$id", settlementId));
        var settled = connection.Run(
            $"""
            INSERT INTO settled (position, settlement_id, page, minor_units, currency, settled_at)
            SELECT u.position, $id, $page, l.minor_units, l.currency, $at {PendingOfPage}
            """,
            ("$id", settlementId),
            ("$page", page),
            ("$at", SqliteRows.WriteTime(at)),
            ("$first", range.First),
            ("$last", range.Last),
            ("$before", cutOff.UtcTicks));
        connection.Run(
            "DELETE FROM unsettled WHERE position BETWEEN $first AND $last AND at_ticks < $before",
            ("$first", range.First),
            ("$last", range.Last),
            ("$before", cutOff.UtcTicks));
        return settled;
    }

    private static SettlementDraft ReadDraft(SqliteDataReader row) => new(
        row.Text("settlement_id"),
        DateOnly.ParseExact(row.Text("date"), "O", CultureInfo.InvariantCulture),
        row.Text("time_zone"),
        row.Time("cut_off"),
        FewestInPage: 0,
        row.Time("planned_at"));

    private static SettledEntry ReadEntry(SqliteDataReader row) => new(
        SqliteLedger.Read(row),
        row.Text("settlement_id"),
        (int)row.Integer("page"),
        Money.OfMinorUnits(row.Integer("settled_units"), row.Text("settled_currency")),
        row.Time("settled_at"));
}
