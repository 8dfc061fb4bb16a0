using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.JsonPaths;

/// <summary>The part of a walk that <c>..</c> is: tries one step on a value and on everything below it, from the outside in.</summary>
internal sealed class PathScan(PathWalk walk, PathStep[] steps, FilterTest filters, PathTrail trail)
{
    /// <summary>Tries the step at <paramref name="at"/>. False when the walk ended.</summary>
    public bool Scan(int at, Json value)
    {
        if (!walk.MayVisit())
        {
            return false;
        }

        return value switch
        {
            JsonObject members => Try(at, members) && ScanMembers(at, members),
            JsonArray items => Try(at, items) && ScanItems(at, items),
            _ => true,
        };
    }

    private bool Try(int at, Json value) => Suits(at, value) switch
    {
        FilterVerdict.Fails => true,
        FilterVerdict.Passes => Take(at, value),
        _ => walk.EndBroken(),
    };

    private FilterVerdict Suits(int at, Json value) => at == steps.Length
        ? FilterVerdict.Fails
        : steps[at] switch
        {
            PathStep.Names names => Verdict(value is JsonObject members && Array.TrueForAll(names.All, members.Contains)),
            PathStep.Indexes or PathStep.Slice or PathStep.BeforeEnd => Verdict(value is JsonArray),
            PathStep.Wildcard => FilterVerdict.Passes,
            PathStep.Filtered filtered => filters.Test(filtered.Filter, value),
            _ => FilterVerdict.Fails,
        };

    private static FilterVerdict Verdict(bool suits) => suits ? FilterVerdict.Passes : FilterVerdict.Fails;

    /// <summary>Takes the step. On an array that is not the path's end, the service takes the rest of the path on every item, whichever the step names.</summary>
    private bool Take(int at, Json value) =>
        value is JsonArray items && at < steps.Length - 1 ? TakeRestOnEach(at + 1, items) : walk.Walk(at, value);

    private bool TakeRestOnEach(int at, JsonArray items)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (!walk.WalkInto(at, null, i, items[i]))
            {
                return false;
            }
        }

        return true;
    }

    private bool ScanMembers(int at, JsonObject members)
    {
        for (var i = 0; i < members.Count; i++)
        {
            trail.Push(members.Names[i], 0);
            if (!Scan(at, members.Values[i]))
            {
                return false;
            }

            trail.Pop();
        }

        return true;
    }

    private bool ScanItems(int at, JsonArray items)
    {
        for (var i = 0; i < items.Count; i++)
        {
            trail.Push(null, i);
            if (!Scan(at, items[i]))
            {
                return false;
            }

            trail.Pop();
        }

        return true;
    }
}
