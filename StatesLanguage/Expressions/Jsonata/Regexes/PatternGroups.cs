namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Regexes;

/// <summary>The groups of a regular expression, found before it is read: whether <c>\2</c> refers to a group depends on how many follow.</summary>
internal sealed class PatternGroups
{
    private readonly Dictionary<string, int> names = [];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>Whether any has a name; then <c>\k</c> must refer to one.</summary>
    public bool AnyNamed => names.Count > 0;

    public static PatternGroups Of(string source)
    {
        var groups = new PatternGroups();
        var inSet = false;
        for (var i = 0; i < source.Length; i++)
        {
            switch (source[i])
            {
                case '\\':
                    i++;
                    break;
                case '[':
                    inSet = true;
                    break;
                case ']':
                    inSet = false;
                    break;
                case '(' when !inSet:
                    groups.Add(source, i + 1);
                    break;
            }
        }

        return groups;
    }

    public bool TryFind(string name, out int group) => names.TryGetValue(name, out group);

    private void Add(string source, int at)
    {
        if (at >= source.Length || source[at] != '?')
        {
            Count++;
            return;
        }

        var named = string.CompareOrdinal(source, at, "?<", 0, 2) == 0 && !(at + 2 < source.Length && source[at + 2] is '=' or '!');
        if (!named)
        {
            return;
        }

        Count++;
        var end = source.IndexOf('>', at);
        var name = end < 0 ? "" : source[(at + 2)..end];
        if (name.Length == 0 || char.IsDigit(name[0]) || !name.All(c => char.IsLetterOrDigit(c) || c is '_' or '$'))
        {
            throw new PatternSyntaxException(source, "Invalid capture group name");
        }

        if (!names.TryAdd(name, Count))
        {
            throw new PatternSyntaxException(source, "Duplicate capture group name");
        }
    }
}
