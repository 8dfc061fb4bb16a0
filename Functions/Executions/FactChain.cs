using System.Security.Cryptography;
using System.Text;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Functions.Executions;

/// <summary>A digest over all facts of an execution up to a place.</summary>
/// <remarks>
/// On some backends an activity may run although the episode that called it never became history: the host crashed in between, and the episode ran again, perhaps
/// with its events in another order. Such an activity takes down facts that never happened. Every batch therefore says what it follows
/// (<see cref="FactBatch.Before"/>): facts that nothing followed are told from the ones that count.
/// </remarks>
public static class FactChain
{
    /// <summary>The digest over no facts.</summary>
    public const string Beginning = "";

    private const int Bytes = 8;

    /// <summary>The digest over the facts that <paramref name="before"/> stands for and one more. A pure function, good for orchestrators.</summary>
    public static string Next(string before, Fact fact) => Next(before, FactCodec.ToJson(fact));

    /// <summary>The digest over the facts that <paramref name="before"/> stands for and several more.</summary>
    public static string Next(string before, IEnumerable<Fact> facts) => facts.Aggregate(before, Next);

    /// <summary>The digest over the facts that <paramref name="before"/> stands for and one more, which is there as it is written (<see cref="FactCodec"/>).</summary>
    internal static string Next(string before, Json fact)
    {
        var text = Encoding.UTF8.GetBytes(before + fact);
        return Convert.ToHexStringLower(SHA256.HashData(text).AsSpan(0, Bytes));
    }
}
