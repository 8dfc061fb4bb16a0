using TaskOrchestration.Orchestrations.Schedules;

namespace TaskOrchestration.Functions.Storage.Schedules;

/// <summary>What is to be written so that firings are decided.</summary>
internal sealed class FiringDecision
{
    /// <summary>In a transaction beside the schedule itself.</summary>
    private const int Room = EntityTable.MostActions - 1;

    /// <summary>How many characters of inputs go into one transaction, which may have 4 MiB.</summary>
    private const long RoomForInputs = 500_000;

    /// <summary>Works it out.</summary>
    /// <param name="known">The firings there are.</param>
    /// <param name="decided">Those that are decided now.</param>
    /// <param name="kept">How many of those with which nothing is to happen any more stay.</param>
    public FiringDecision(IReadOnlyList<KnownFiring> known, IReadOnlyList<Firing> decided, int kept)
    {
        var ids = known.Select(firing => firing.Id).ToHashSet(StringComparer.Ordinal);
        // What stands for several due times comes with the last transaction: decided anew after a crash, it would stand for others.
        var added = decided.DistinctBy(firing => firing.Id).Where(firing => !ids.Contains(firing.Id)).OrderBy(firing => firing.Count > 1).ThenBy(firing => firing.Due).ToList();
        var late = Fitting(added);
        (Early, Late) = (added[..^late], added[^late..]);
        KnownFiring[] all = [.. known, .. added.Select(KnownFiring.Of)];
        var last = KnownFiring.LastFired(all);
        Forgotten =
        [
            .. all.Where(firing => !firing.IsOpen && firing != last)
                .OrderByDescending(firing => firing.Due)
                .ThenByDescending(firing => firing.Id, StringComparer.Ordinal)
                .Skip(kept),
        ];
    }

    /// <summary>The firings for which there is no room in the transaction.</summary>
    public IReadOnlyList<Firing> Early { get; }

    /// <summary>The firings that are written with the schedule.</summary>
    public IReadOnlyList<Firing> Late { get; }

    /// <summary>Those that are not kept any longer.</summary>
    public IReadOnlyList<KnownFiring> Forgotten { get; }

    /// <summary>How many firings, from the last one backwards, fit into a transaction.</summary>
    private static int Fitting(List<Firing> firings)
    {
        var (count, characters) = (0, 0L);
        foreach (var firing in Enumerable.Reverse(firings))
        {
            characters += firing.Input.ToString().Length;
            if (count == Room || (count > 0 && characters > RoomForInputs))
            {
                break;
            }

            count++;
        }

        return count;
    }
}
