using System.Globalization;
using TaskOrchestration.Functions.Executions;

namespace TaskOrchestration.Functions.Storage.Executions;

/// <summary>Where the rows of one execution are: all in one partition, so that what belongs together is written together.</summary>
/// <remarks>
/// <c>x-HASH-a</c> the record, <c>x-HASH-f…</c> facts, <c>x-HASH-rN</c> there as long as the run after N redrives goes on, <c>x-HASH-t…</c> task tokens;
/// <c>n-HASH-…</c> what it became and somebody is still to be told; <c>i-HASH</c> that it is open; <c>o-HASH-…</c> what was never handed over, for all to sweep; <c>z-TIME-HASH</c> those that have ended, by when.
/// </remarks>
internal sealed class ExecutionKeys
{
    /// <summary>How many partitions executions are spread over.</summary>
    public const int Partitions = 64;

    /// <summary>The first key that can be one of those that somebody is to be told of.</summary>
    public const string StartOfStatusChanges = "n-";

    /// <summary>The first key that is not one of those that somebody is to be told of.</summary>
    public const string EndOfStatusChanges = "n.";

    /// <summary>The first key that is not one of those not handed over.</summary>
    public const string EndOfHandovers = "o.";

    /// <summary>The first key that can be one of those not handed over.</summary>
    public const string StartOfHandovers = "o-";

    /// <summary>The first key that can be one of those that are open.</summary>
    public const string StartOfOpen = "i-";

    /// <summary>The first key that is not one of those that are open.</summary>
    public const string EndOfOpen = "i.";

    /// <summary>The first key that can be one of those that ended.</summary>
    public const string StartOfEnded = "z-";

    private readonly string hash;

    private ExecutionKeys(string hash)
    {
        this.hash = hash;
        Partition = PartitionOf(byte.Parse(hash.AsSpan(0, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) % Partitions);
    }

    /// <summary>The partition.</summary>
    public string Partition { get; }

    /// <summary>The execution, in the key of a row of the index.</summary>
    public string Hash => hash;

    /// <summary>The record.</summary>
    public string Record => $"x-{hash}-a";

    /// <summary>Behind the record and all facts.</summary>
    public string EndOfFacts => $"x-{hash}-g";

    /// <summary>There as long as it is open, next to those of all others that are: for the count.</summary>
    public string Open => $"i-{hash}";

    /// <summary>The first of all rows about it.</summary>
    public string StartOfAll => $"x-{hash}-";

    /// <summary>Behind all rows about it.</summary>
    public string EndOfAll => $"x-{hash}.";

    /// <summary>The first of its rows of what was not handed over.</summary>
    public string StartOfOwnHandovers => $"o-{hash}-";

    /// <summary>Behind its rows of what was not handed over.</summary>
    public string EndOfOwnHandovers => $"o-{hash}.";

    /// <summary>The first of its rows that somebody is to be told of.</summary>
    public string StartOfOwnStatusChanges => $"n-{hash}-";

    /// <summary>Behind its rows that somebody is to be told of.</summary>
    public string EndOfOwnStatusChanges => $"n-{hash}.";

    /// <summary>The keys of an execution.</summary>
    public static ExecutionKeys Of(string executionArn) => new(InstanceIds.Of(executionArn, redriveCount: 0));

    /// <summary>One of all partitions.</summary>
    public static string PartitionOf(int number) => string.Create(CultureInfo.InvariantCulture, $"{number:x2}");

    /// <summary>Behind those that ended before a moment.</summary>
    public static string EndOfEnded(DateTimeOffset before) => $"z-{Moment(before)}";

    /// <summary>Facts. The digest over all up to their last tells them from others that claim the same place.</summary>
    public string Facts(int from, string after) => string.Create(CultureInfo.InvariantCulture, $"x-{hash}-f{from:D10}-{after}");

    /// <summary>There as long as a run goes on.</summary>
    public string Running(int redriveCount) => string.Create(CultureInfo.InvariantCulture, $"x-{hash}-r{redriveCount:D4}");

    /// <summary>The token of a task.</summary>
    public string Token(long task) => string.Create(CultureInfo.InvariantCulture, $"x-{hash}-t{task:D19}");

    /// <summary>A start or redrive that may not have been handed over.</summary>
    public string StartHandover(int redriveCount) => string.Create(CultureInfo.InvariantCulture, $"o-{hash}-s{redriveCount:D4}");

    /// <summary>An answer that may not have been handed over.</summary>
    public string AnswerHandover(long task) => string.Create(CultureInfo.InvariantCulture, $"o-{hash}-t{task:D19}");

    /// <summary>That a subscription is to be told what it became. Of one subscription the rows are in the order in which it became so.</summary>
    public string StatusChange(string subscription, int redriveCount, int status) =>
        string.Create(CultureInfo.InvariantCulture, $"n-{hash}-{redriveCount:D4}{status:D1}-{KeyText.Of(subscription)}");

    /// <summary>That it has ended, and when.</summary>
    public string Ended(DateTimeOffset stopDate) => $"z-{Moment(stopDate)}-{hash}";

    private static string Moment(DateTimeOffset moment) => moment.ToUnixTimeMilliseconds().ToString("D15", CultureInfo.InvariantCulture);
}
