using System.Diagnostics;
using System.Runtime.CompilerServices;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.JsonPaths;

/// <summary>One evaluation of a path: walks the steps over a value and collects what they lead to.</summary>
/// <remarks>
/// Whether something missing ends the walk depends on where it is missing. In an indefinite path a missing member gives nothing on the
/// way but ends the walk where it is the last step, unless the walk came through an item of <c>[*]</c>, which is then passed over.
/// </remarks>
internal sealed class PathWalk
{
    /// <summary>How many steps one evaluation may take. Several <c>..</c> in one path multiply.</summary>
    private const int MaxVisits = 5_000_000;

    /// <summary>Stands for a message that nobody would read.</summary>
    private static readonly PathMiss PassedOver = new(PathMissKind.NotFound, "passed over");

    private readonly PathStep[] steps;
    private readonly bool definite;
    private readonly FilterTest filters;
    private readonly List<Json> found = [];
    private readonly PathTrail trail = new();
    private readonly PathScan scan;
    private int visits;
    private int passingOver;

    private PathWalk(PathStep[] steps, Json root)
    {
        this.steps = steps;
        filters = new FilterTest(root);
        scan = new PathScan(this, steps, filters, trail);
        definite = Array.TrueForAll(steps, s => s.IsDefinite);
    }

    private PathMiss? Miss { get; set; }

    /// <summary>All values the steps lead to, in document order, or why the walk ended.</summary>
    public static PathMiss? Collect(PathStep[] steps, Json root, out List<Json> found)
    {
        var walk = new PathWalk(steps, root);
        found = walk.found;
        return walk.Walk(0, root) ? null : walk.Miss;
    }

    /// <summary>Follows the steps from <paramref name="at"/> on. False when the walk ended, here and below.</summary>
    public bool Walk(int at, Json value)
    {
        if (at == steps.Length)
        {
            found.Add(value);
            return true;
        }

        if (!MayVisit())
        {
            return false;
        }

        return steps[at] switch
        {
            PathStep.Names names => TakeNames(at, names, value),
            PathStep.Indexes indexes => TakeIndexes(at, indexes, value),
            PathStep.Slice slice => TakeSlice(at, slice, value),
            PathStep.BeforeEnd end => Items(at, value, out var items) && TakeItem(at, items, items.Count - end.Places),
            PathStep.Wildcard => TakeAll(at, value),
            PathStep.Scan => scan.Scan(at + 1, value),
            PathStep.Filtered filtered => TakeFiltered(at, filtered, value),
            PathStep.Root => Walk(at + 1, value),
            var step => throw new UnreachableException($"no way to take the step {step.GetType()}"),
        };
    }

    /// <summary>Walks on from a member or an item. The trail keeps it when the walk ends there.</summary>
    public bool WalkInto(int at, string? name, int index, Json value)
    {
        trail.Push(name, index);
        if (!Walk(at, value))
        {
            return false;
        }

        trail.Pop();
        return true;
    }

    /// <summary>Counts a visit. False when there were too many, which ends the walk.</summary>
    public bool MayVisit()
    {
        if (++visits <= MaxVisits && RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return true;
        }

        return End(PathMissKind.TooCostly, $"The path visits more than {MaxVisits} values or nests too deep");
    }

    /// <summary>Ends the walk because a filter could not be tested.</summary>
    public bool EndBroken()
    {
        Miss = filters.Problem;
        return false;
    }

    private bool IsLast(int at) => at == steps.Length - 1;

    private bool TakeNames(int at, PathStep.Names step, Json value)
    {
        if (value is not JsonObject members)
        {
            return NotFound(passingOver > 0 ? "" : $"Property {step} not found in path {trail}");
        }

        if (step.All is [var name])
        {
            return TakeMember(at, members, name);
        }

        if (!IsLast(at))
        {
            return End(PathMissKind.NotApplicable, $"Multi properties can only be used as path leafs: {trail}{step}");
        }

        var taken = new JsonObjectBuilder();
        foreach (var one in step.All)
        {
            taken.SetIfPresent(one, members[one]);
        }

        found.Add(taken.Build());
        return true;
    }

    private bool TakeMember(int at, JsonObject members, string name)
    {
        if (members.TryGet(name, out var value))
        {
            return WalkInto(at + 1, name, 0, value);
        }

        if (IsLast(at))
        {
            return NotFound(passingOver > 0 ? "" : $"No results for path: {trail}['{name}']");
        }

        return !definite || NotFound(passingOver > 0 ? "" : $"Missing property in path {trail}['{name}']");
    }

    private bool TakeItem(int at, JsonArray items, int index) =>
        (uint)index < (uint)items.Count
            ? WalkInto(at + 1, null, index, items[index])
            : NotFound(PathMissKind.OutOfBounds, passingOver > 0 ? "" : $"Index out of bounds when evaluating path {trail}[{index}]");

    private bool TakeIndexes(int at, PathStep.Indexes step, Json value)
    {
        if (!Items(at, value, out var items))
        {
            return false;
        }

        foreach (var index in step.All)
        {
            if (!TakeItem(at, items, index))
            {
                return false;
            }
        }

        return true;
    }

    private bool TakeSlice(int at, PathStep.Slice step, Json value)
    {
        if (!Items(at, value, out var items))
        {
            return false;
        }

        var (from, to) = Bounds(step, items.Count);
        for (var i = from; i < to; i++)
        {
            if (!TakeItem(at, items, i))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The indexes of a slice. With both ends given, neither counts from the end: <c>[-3:-1]</c> is out of bounds.</summary>
    private static (int From, int To) Bounds(PathStep.Slice step, int count) => step switch
    {
        { From: { } from, To: { } to } => count == 0 ? (0, 0) : (from, Math.Min(count, to)),
        { From: { } from } => (Math.Max(0, from < 0 ? count + from : from), count),
        { To: { } to } => (0, Math.Min(count, to < 0 ? count + to : to)),
        _ => (0, count),
    };

    private bool TakeAll(int at, Json value) => value switch
    {
        JsonObject members => TakeAllMembers(at, members),
        JsonArray items => TakeAllItems(at, items),
        _ => true,
    };

    private bool TakeAllMembers(int at, JsonObject members)
    {
        for (var i = 0; i < members.Count; i++)
        {
            if (!WalkInto(at + 1, members.Names[i], 0, members.Values[i]))
            {
                return false;
            }
        }

        return true;
    }

    private bool TakeAllItems(int at, JsonArray items)
    {
        passingOver++;
        for (var i = 0; i < items.Count; i++)
        {
            var depth = trail.Length;
            if (!WalkInto(at + 1, null, i, items[i]))
            {
                if (Miss!.Kind is not (PathMissKind.NotFound or PathMissKind.OutOfBounds))
                {
                    return false;
                }

                trail.CutTo(depth);
            }
        }

        passingOver--;
        return true;
    }

    private bool TakeFiltered(int at, PathStep.Filtered step, Json value)
    {
        switch (value)
        {
            case JsonObject:
                return filters.Test(step.Filter, value) switch
                {
                    FilterVerdict.Passes => Walk(at + 1, value),
                    FilterVerdict.Fails => true,
                    _ => EndBroken(),
                };
            case JsonArray items:
                return TakePassing(at, step.Filter, items);
            default:
                return End(PathMissKind.NotApplicable, $"Filter: {Rest(at)} can not be applied to primitives. Current context is: {JavaText.Of(value)}");
        }
    }

    private bool TakePassing(int at, Filter filter, JsonArray items)
    {
        for (var i = 0; i < items.Count; i++)
        {
            switch (filters.Test(filter, items[i]))
            {
                case FilterVerdict.Passes when !TakeItem(at, items, i):
                    return false;
                case FilterVerdict.Broken:
                    return EndBroken();
            }

            visits++;
        }

        return true;
    }

    private bool Items(int at, Json value, out JsonArray items)
    {
        items = value as JsonArray ?? JsonArray.Empty;
        return value switch
        {
            JsonArray => true,
            JsonNull => NotFound(passingOver > 0 ? "" : $"The path {trail} is null"),
            _ => End(PathMissKind.NotApplicable, $"Filter: {Rest(at)} can only be applied to arrays. Current context is: {JavaText.Of(value)}"),
        };
    }

    private string Rest(int at) => string.Concat<PathStep>(steps[at..]);

    private bool NotFound(string message) => NotFound(PathMissKind.NotFound, message);

    private bool NotFound(PathMissKind kind, string message)
    {
        Miss = message.Length == 0 ? PassedOver : new PathMiss(kind, message);
        return false;
    }

    private bool End(PathMissKind kind, string message)
    {
        Miss = new PathMiss(kind, message);
        return false;
    }
}
