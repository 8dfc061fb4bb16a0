namespace TaskOrchestration.StatesLanguage.Values;

/// <summary>Collects the members of an object under construction. Setting a name again replaces its value in place.</summary>
public sealed class JsonObjectBuilder(int capacity = 4)
{
    /// <summary>From this many members on a name is looked up in a table instead of along the names.</summary>
    private const int IndexFrom = 12;

    private readonly List<string> names = new(capacity);
    private readonly List<Json> values = new(capacity);
    private Dictionary<string, int>? index;

    /// <summary>How many members there are so far.</summary>
    public int Count => names.Count;

    /// <summary>Sets a member.</summary>
    public JsonObjectBuilder Set(string name, Json value)
    {
        var at = IndexOf(name);
        if (at >= 0)
        {
            values[at] = value;
            return this;
        }

        index?.Add(name, names.Count);
        names.Add(name);
        values.Add(value);
        return this;
    }

    /// <summary>Sets a member unless <paramref name="value"/> is null.</summary>
    public JsonObjectBuilder SetIfPresent(string name, Json? value) => value is null ? this : Set(name, value);

    /// <summary>Sets a text member unless <paramref name="value"/> is null.</summary>
    public JsonObjectBuilder SetIfPresent(string name, string? value) => value is null ? this : Set(name, Json.Of(value));

    /// <summary>Whether a member of that name has been set.</summary>
    public bool Contains(string name) => IndexOf(name) >= 0;

    /// <summary>The object. The builder may go on being used.</summary>
    public JsonObject Build() => JsonObject.Owning([.. names], [.. values]);

    private int IndexOf(string name)
    {
        if (names.Count < IndexFrom)
        {
            return names.IndexOf(name);
        }

        if (index is null)
        {
            index = new Dictionary<string, int>(names.Count * 2, StringComparer.Ordinal);
            for (var i = 0; i < names.Count; i++)
            {
                index.Add(names[i], i);
            }
        }

        return index.GetValueOrDefault(name, -1);
    }
}
