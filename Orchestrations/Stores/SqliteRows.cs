using System.Globalization;
using Microsoft.Data.Sqlite;
using TaskOrchestration.Domain.Amounts;

namespace TaskOrchestration.Orchestrations.Stores;

/// <summary>Columns as the domain's values.</summary>
internal static class SqliteRows
{
    public static string Text(this SqliteDataReader row, string column) => row.GetString(row.GetOrdinal(column));

    public static string? OptionalText(this SqliteDataReader row, string column) =>
        row.GetOrdinal(column) is var at && row.IsDBNull(at) ? null : row.GetString(at);

    public static long Integer(this SqliteDataReader row, string column) => row.GetInt64(row.GetOrdinal(column));

    public static T Choice<T>(this SqliteDataReader row, string column)
        where T : struct, Enum => Enum.Parse<T>(row.Text(column));

    public static DateTimeOffset Time(this SqliteDataReader row, string column) => ReadTime(row.Text(column));

    /// <summary>The amount in <c>minor_units</c> and <c>currency</c>.</summary>
    public static Money? OptionalMoney(this SqliteDataReader row) =>
        row.OptionalText("currency") is { } currency ? Money.OfMinorUnits(row.Integer("minor_units"), currency) : null;

    /// <summary>A time with its offset and to its last tick, as text.</summary>
    public static string WriteTime(DateTimeOffset time) => time.ToString("O", CultureInfo.InvariantCulture);

    public static DateTimeOffset ReadTime(string text) =>
        DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
}
