using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Functions.Executions;

/// <summary>Puts together what was taken down piece by piece: in any order, more than once, and some of it perhaps without its ever having happened.</summary>
public static class FactRows
{
    /// <summary>The facts that follow one upon the other from the first on.</summary>
    /// <param name="record">The execution.</param>
    /// <param name="rows">What was taken down.</param>
    /// <remarks>
    /// A digest stands for all facts up to a place, so there is one way back from each. Of several ways forward the one counts that leads through
    /// <see cref="ExecutionRecord.Chain"/>, and of those the longest.
    /// </remarks>
    public static IReadOnlyList<Fact> Joined(ExecutionRecord record, IEnumerable<FactRow> rows)
    {
        ArgumentNullException.ThrowIfNull(record);
        var root = FactChain.Next(FactChain.Beginning, record.FirstFact);
        var places = new Dictionary<string, Place>(StringComparer.Ordinal) { [root] = new Place(1, record.FirstFact, FactChain.Beginning, root == record.Chain) };
        foreach (var row in rows.OrderBy(row => row.From))
        {
            Add(row, places, record.Chain);
        }

        // The first of equals: what a row adds at a place that is taken by another changes nothing.
        return WayTo(places.MaxBy(place => (place.Value.IsCertain, place.Value.Count)).Key, places);
    }

    private static void Add(FactRow row, Dictionary<string, Place> places, string chain)
    {
        var digest = row.Before;
        foreach (var fact in row.Facts)
        {
            if (!places.TryGetValue(digest, out var before))
            {
                return;
            }

            var next = FactChain.Next(digest, fact);
            places.TryAdd(next, new Place(before.Count + 1, fact, digest, before.IsCertain || next == chain));
            digest = next;
        }
    }

    private static Fact[] WayTo(string digest, Dictionary<string, Place> places)
    {
        var facts = new Fact[places[digest].Count];
        for (var i = facts.Length - 1; i >= 0; i--)
        {
            var place = places[digest];
            facts[i] = place.Fact;
            digest = place.Before;
        }

        return facts;
    }

    /// <summary>A fact in its place.</summary>
    /// <param name="Count">How many facts there are up to it, itself included.</param>
    /// <param name="Fact">The fact.</param>
    /// <param name="Before">The digest over the facts before it.</param>
    /// <param name="IsCertain">Whether the way to it leads through where the execution last ended or was redriven.</param>
    private readonly record struct Place(int Count, Fact Fact, string Before, bool IsCertain);
}
