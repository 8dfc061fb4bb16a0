using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TaskOrchestration.Functions.Storage.MapRuns;

/// <summary>Where the rows of one Map Run are: all in one partition of its own, apart from those that lead to it.</summary>
/// <remarks>
/// <c>a</c> the Map Run, <c>q-DIGEST-N</c> a piece of its request, <c>c-NUMBER</c> what a child gets, <c>e-NUMBER</c> how it ended.
/// </remarks>
internal sealed class MapRunKeys
{
    /// <summary>The row of the Map Run.</summary>
    public const string Run = "a";

    /// <summary>What the rows of children that are planned begin with.</summary>
    public const string Children = "c-";

    /// <summary>What the rows of children's ends begin with.</summary>
    public const string Ends = "e-";

    /// <summary>What the rows of pieces of requests begin with.</summary>
    public const string Requests = "q-";

    private MapRunKeys(string hash) => Hash = hash;

    /// <summary>The Map Run, in the keys of rows that lead to it.</summary>
    public string Hash { get; }

    /// <summary>The partition.</summary>
    public string Partition => $"r-{Hash}";

    /// <summary>The keys of a Map Run.</summary>
    public static MapRunKeys Of(string mapRunArn) => new(HashOf(mapRunArn));

    /// <summary>An ARN as part of keys.</summary>
    public static string HashOf(string arn) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(arn)).AsSpan(0, 20));

    /// <summary>What a child gets.</summary>
    public static string Child(long index) => Children + KeyOrder.Ascending(index);

    /// <summary>How a child ended.</summary>
    public static string End(long index) => Ends + KeyOrder.Ascending(index);

    /// <summary>A piece of a request.</summary>
    public static string Request(string digest, int piece) => string.Create(CultureInfo.InvariantCulture, $"{Requests}{digest}-{piece:D4}");

    /// <summary>The number of a child, from either of its keys.</summary>
    public static long IndexOf(string rowKey) => KeyOrder.FromAscending(rowKey[Children.Length..]);
}
