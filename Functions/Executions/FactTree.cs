using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Functions.Executions;

/// <summary>Puts together what was taken down piece by piece: in any order, more than once, and some of it perhaps without its ever having happened.</summary>
/// <remarks>A digest stands for all facts up to a place, so there is one way back from each; of several ways forward one counts (<see cref="WayThrough"/>).</remarks>
internal sealed class FactTree
{
    /// <summary>Every fact whose way back is known, behind the one it follows.</summary>
    private readonly List<Place> places = [];

    private readonly Dictionary<string, int> byDigest = new(StringComparer.Ordinal);

    /// <summary>Pieces that follow something that is not known yet, by what they follow.</summary>
    private readonly Dictionary<string, List<FactRow>> waiting = new(StringComparer.Ordinal);

    /// <summary>A tree of one fact.</summary>
    public FactTree(Fact.Started first) => Grow(FactChain.Beginning, before: -1, first);

    /// <summary>About how much there is, in bytes of its text.</summary>
    public long Bytes { get; private set; }

    /// <summary>Adds what was taken down together.</summary>
    /// <returns>Whether it says anything that was not known before.</returns>
    public bool Add(FactRow row)
    {
        if (!byDigest.ContainsKey(row.Before))
        {
            return Keep(row);
        }

        var before = places.Count;
        var linked = new Stack<FactRow>([row]);
        while (linked.TryPop(out var next))
        {
            Link(next, linked);
        }

        return places.Count > before;
    }

    /// <summary>The facts from the first on, and the digests over them: on the way that leads through a digest, if there is one; of several, on the longest; of equals, on the one that was known first.</summary>
    /// <param name="chain">Where the execution last ended or was redriven (<see cref="ExecutionRecord.Chain"/>).</param>
    public (IReadOnlyList<Fact> Facts, IReadOnlyList<string> Chain) WayThrough(string chain)
    {
        var isCertain = new bool[places.Count];
        var best = 0;
        for (var i = 0; i < places.Count; i++)
        {
            var place = places[i];
            isCertain[i] = place.Digest == chain || (place.Before >= 0 && isCertain[place.Before]);
            best = (isCertain[i], place.Count).CompareTo((isCertain[best], places[best].Count)) > 0 ? i : best;
        }

        var facts = new Fact[places[best].Count];
        var digests = new string[facts.Length];
        for (var i = best; i >= 0; i = places[i].Before)
        {
            facts[places[i].Count - 1] = places[i].Fact;
            digests[places[i].Count - 1] = places[i].Digest;
        }

        return (facts, digests);
    }

    private bool Keep(FactRow row)
    {
        if (!waiting.TryGetValue(row.Before, out var rows))
        {
            waiting[row.Before] = rows = [];
        }

        if (rows.Exists(known => known.Facts.SequenceEqual(row.Facts)))
        {
            return false;
        }

        rows.Add(row);
        Bytes += row.Facts.Sum(fact => (long)FactCodec.ToJson(fact).Utf8Length);
        return true;
    }

    private void Link(FactRow row, Stack<FactRow> linked)
    {
        var digest = row.Before;
        foreach (var fact in row.Facts)
        {
            digest = Grow(digest, byDigest[digest], fact);
            if (waiting.Remove(digest, out var followers))
            {
                followers.ForEach(linked.Push);
            }
        }
    }

    private string Grow(string digest, int before, Fact fact)
    {
        var text = FactCodec.ToJson(fact);
        var next = FactChain.Next(digest, text);
        if (byDigest.TryAdd(next, places.Count))
        {
            places.Add(new Place(before < 0 ? 1 : places[before].Count + 1, fact, next, before));
            Bytes += text.Utf8Length;
        }

        return next;
    }

    /// <summary>A fact in its place.</summary>
    /// <param name="Count">How many facts there are up to it, itself included.</param>
    /// <param name="Fact">The fact.</param>
    /// <param name="Digest">The digest over all of these.</param>
    /// <param name="Before">Where the one before it is among all; -1 for none.</param>
    private readonly record struct Place(int Count, Fact Fact, string Digest, int Before);
}
