using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using TaskOrchestration.Domain.Ports;

namespace TaskOrchestration.Functions.Storage.Business;

/// <summary>Where on the ledger things are.</summary>
/// <remarks>
/// All entries of a transaction are in one partition, one of <see cref="Shards"/>, together with what says that they are not settled yet: so both are written at once.
/// </remarks>
internal static class LedgerKeys
{
    /// <summary>So many partitions hold the entries. It cannot be changed once there are entries.</summary>
    public const int Shards = 8;

    /// <summary>The row of a token, and of a transaction of an order.</summary>
    public const string TokenRow = "token";

    /// <summary>Where everything pending begins.</summary>
    public const string PendingPrefix = "p:";

    public static IEnumerable<string> AllShards => Enumerable.Range(0, Shards).Select(Shard);

    public static string ShardOf(string transactionId) => Shard(SHA256.HashData(Encoding.UTF8.GetBytes(transactionId))[0] % Shards);

    public static string EntryPrefix(string transactionId) => $"e:{KeyText.Bounded(transactionId)}:";

    public static string EntryRow(string transactionId, int number) => EntryPrefix(transactionId) + number.ToString("D8", CultureInfo.InvariantCulture);

    /// <summary>What is pending lies in the order of its moments.</summary>
    public static string PendingRow(LedgerEntry entry, long posted) => $"{PendingBefore(entry.At)}{KeyOrder.Ascending(posted)}:{KeyText.Bounded(entry.Token)}";

    /// <summary>The end of everything pending that was entered before a moment.</summary>
    public static string PendingBefore(DateTimeOffset moment) => $"{PendingPrefix}{KeyOrder.Ascending(moment)}:";

    public static string Token(string token) => $"t:{KeyText.Bounded(token)}";

    public static string Order(string orderId) => $"o:{KeyText.Bounded(orderId)}";

    private static string Shard(int number) => $"s:{number.ToString("D2", CultureInfo.InvariantCulture)}";
}
