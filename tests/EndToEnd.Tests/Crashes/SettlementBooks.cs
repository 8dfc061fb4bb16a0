using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using TaskOrchestration.Domain.Amounts;
using TaskOrchestration.Orchestrations.Blobs;
using TaskOrchestration.Orchestrations.Stores;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.EndToEnd.Tests.Crashes;

/// <summary>What a settlement has left in a data folder that no server has open: the marks, and the files of its report.</summary>
public sealed class SettlementBooks : IDisposable
{
    private readonly TaskDatabase _database;
    private readonly FolderBlobStore _blobs;

    public SettlementBooks(string dataFolder)
    {
        _database = TaskDatabase.Open(dataFolder);
        _blobs = FolderBlobStore.Open(dataFolder, _database, TimeProvider.System);
    }

    /// <summary>What the ledger adds up to, as a report has it: a line for each currency and kind, for example <c>EUR Purchases 3 29.97</c>.</summary>
    public async Task<IReadOnlyList<string>> LedgerTotalsAsync()
    {
        var sums = await QueryAsync(
            """
            SELECT currency, sum(kind = 'Charge'), sum(iif(kind = 'Charge', minor_units, 0)), sum(kind = 'Refund'), sum(iif(kind = 'Refund', minor_units, 0))
            FROM ledger WHERE kind IN ('Charge', 'Refund') GROUP BY currency ORDER BY currency
            """,
            row => (Currency: row.GetString(0), Charges: row.GetInt64(1), Charged: row.GetInt64(2), Refunds: row.GetInt64(3), Refunded: row.GetInt64(4)));
        return
        [
            .. sums.SelectMany(sum => new[]
            {
                $"{sum.Currency} Purchases {sum.Charges} {Amount(sum.Charged, sum.Currency)}",
                $"{sum.Currency} Refunds {sum.Refunds} {Amount(sum.Refunded, sum.Currency)}",
                $"{sum.Currency} Net {sum.Charges + sum.Refunds} {Amount(sum.Charged - sum.Refunded, sum.Currency)}",
            }),
        ];
    }

    /// <summary>The settlements of all transactions, with how many records of transactions are marked with each.</summary>
    public Task<IReadOnlyList<(string Settlement, long Transactions)>> MarksAsync() => QueryAsync(
        "SELECT coalesce(settlement_id, 'none'), count(*) FROM transactions GROUP BY 1", row => (row.GetString(0), row.GetInt64(1)));

    /// <summary>How many entries of the ledger are settled, how many of them are charges or refunds, and how many are still pending.</summary>
    public async Task<(long Settled, long OfMoney, long Pending)> EntriesAsync() => (await QueryAsync(
        """
        SELECT (SELECT count(*) FROM settled),
          (SELECT count(*) FROM settled s JOIN ledger l USING (position)
            WHERE l.kind IN ('Charge', 'Refund') AND s.minor_units = l.minor_units AND s.currency = l.currency),
          (SELECT count(*) FROM unsettled)
        """,
        row => (row.GetInt64(0), row.GetInt64(1), row.GetInt64(2)))).Single();

    /// <summary>All files of reports, with how many versions each has.</summary>
    public async Task<IReadOnlyList<(string Path, int Versions)>> ReportsAsync()
    {
        var reports = new List<(string, int)>();
        foreach (var blob in await _blobs.ListAsync("reports"))
        {
            reports.Add((blob.Path, (await _blobs.VersionsAsync(blob.Path)).Count));
        }

        return reports;
    }

    /// <summary>The text of a file.</summary>
    public async Task<string> ReadAsync(string path)
    {
        await using var content = (await _blobs.OpenAsync(path))!;
        using var reader = new StreamReader(content.Stream, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }

    /// <summary>The totals of a report's JSON, a line for each.</summary>
    public static IReadOnlyList<string> TotalsOf(JsonObject report) =>
    [
        .. ((JsonArray)report["totals"]!).Cast<JsonObject>().Select(total =>
            $"{((JsonString)total["currency"]!).Value} {((JsonString)total["kind"]!).Value} {total["count"]} {total["amount"]}"),
    ];

    /// <inheritdoc/>
    public void Dispose() => _database.Dispose();

    private async Task<IReadOnlyList<T>> QueryAsync<T>(string query, Func<SqliteDataReader, T> read) => await _database.ReadAsync(
        connection =>
        {
            using var command = connection.CreateCommand();
            command.CommandText = query;
            using var reader = command.ExecuteReader();
            var rows = new List<T>();
            while (reader.Read())
            {
                rows.Add(read(reader));
            }

            return rows;
        },
        CancellationToken.None);

    private static string Amount(long minorUnits, string currency)
    {
        var decimals = Currency.Of(currency).Decimals;
        var scale = (long)Math.Pow(10, decimals);
        var sign = minorUnits < 0 ? "-" : "";
        var fraction = decimals == 0 ? "" : "." + (Math.Abs(minorUnits) % scale).ToString($"D{decimals}", CultureInfo.InvariantCulture);
        return $"{sign}{Math.Abs(minorUnits) / scale}{fraction}";
    }
}
