using System.Security.Cryptography;
using System.Text;

namespace TaskOrchestration.StatesLanguage.Executions;

/// <summary>What tells the visits and the Map Runs of an execution apart. It follows from the place in the machine, and not from what happened elsewhere in the meantime.</summary>
/// <remarks>
/// A driver may lose what it has just applied and apply it again in another order, when tasks that followed are on their way already. Had they names that follow from the order, one
/// iteration's second try could go by the name of another one's first: a service that has seen the name would take it for done, a Map Run would get the items of the other.
/// </remarks>
internal static class VisitNames
{
    /// <summary>The revision of the rules that they hold from. Before it visits were counted in the order they came in, and ids drawn at random.</summary>
    public const int Since = 2;

    /// <summary>Visits to states of the machine's own graph are counted; those of branches and iterations have numbers from here on, with as many bits as a JSON number keeps.</summary>
    private const ulong FirstOfChildren = 1UL << 51;

    /// <summary>The number of the visit by which a strand has just entered a state.</summary>
    public static long Visit(Strand strand) => strand.Owner is not { } owner
        ? strand.Entered
        : (long)(FirstOfChildren | (Mixed(Mixed(Mixed((ulong)owner.Visit, owner.Begun), strand.Index), strand.Entered) & (FirstOfChildren - 1)));

    /// <summary>The id of the Map Run that a strand has just begun.</summary>
    public static Guid MapRun(ExecutionStart start, Strand strand)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(Convert.FromHexString(start.Seed), Encoding.UTF8.GetBytes($"Map Run {strand.Visit} {strand.Begun}"), hash);

        // Version 4, variant 1 (RFC 9562).
        hash[6] = (byte)((hash[6] & 0x0F) | 0x40);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }

    /// <summary>SplitMix64's way of scattering bits: numbers that are close together come to lie far apart.</summary>
    private static ulong Mixed(ulong number, int more)
    {
        var mixed = unchecked(number + (((ulong)more + 1) * 0x9E3779B97F4A7C15));
        mixed = unchecked((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9);
        mixed = unchecked((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB);
        return mixed ^ (mixed >> 31);
    }
}
