namespace TaskOrchestration.Conformance.Tests.Plausible;

/// <summary>What a definition expects of its data, name by name.</summary>
internal sealed class WishList
{
    private readonly SortedDictionary<string, Wish> wishes = new(StringComparer.Ordinal);

    /// <summary>The names, sorted.</summary>
    public IEnumerable<string> Names => wishes.Keys;

    /// <summary>The wish for a name; one without any demands if nothing is known about it.</summary>
    public Wish this[string name]
    {
        get
        {
            if (!wishes.TryGetValue(name, out var wish))
            {
                wishes.Add(name, wish = new Wish());
            }

            return wish;
        }
    }

    /// <summary>Notes that a path is looked up, and gives the wish for its last name; null for a path without names.</summary>
    public Wish? Note(IReadOnlyList<PathSegment> path)
    {
        for (var i = 0; i < path.Count; i++)
        {
            var wish = this[path[i].Name];
            wish.IsList |= path[i].IsList;
            if (i + 1 < path.Count)
            {
                (path[i].IsList ? wish.ItemMembers : wish.Members).Add(path[i + 1].Name);
            }
        }

        return path.Count > 0 ? this[path[^1].Name] : null;
    }

    /// <summary>What is asked of a name under which a value is handed on is asked of the value's own name, too.</summary>
    public void Settle()
    {
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var wish in wishes.Values.ToArray())
            {
                foreach (var source in wish.Sources)
                {
                    changed |= HandBack(wish, this[source]);
                }
            }
        }
    }

    private static bool HandBack(Wish wish, Wish source)
    {
        var before = Size(source);
        source.Members.UnionWith(wish.Members);
        source.ItemMembers.UnionWith(wish.ItemMembers);
        source.Scalars.UnionWith(wish.Scalars);
        source.IsList |= wish.IsList;
        source.IsWhole |= wish.IsWhole;
        source.IsJsonText |= wish.IsJsonText;
        return before != Size(source);
    }

    private static (int Members, int ItemMembers, int Scalars, bool IsList, bool IsWhole, bool IsJsonText) Size(Wish wish) =>
        (wish.Members.Count, wish.ItemMembers.Count, wish.Scalars.Count, wish.IsList, wish.IsWhole, wish.IsJsonText);
}
