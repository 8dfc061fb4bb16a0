using System.Text;

namespace TaskOrchestration.StatesLanguage.Expressions.JsonPaths;

/// <summary>Where a walk is: the members and items it went through.</summary>
internal sealed class PathTrail
{
    private readonly List<(string? Name, int Index)> parts = [];

    public int Length => parts.Count;

    public void Push(string? name, int index) => parts.Add((name, index));

    public void Pop() => parts.RemoveAt(parts.Count - 1);

    /// <summary>Goes back to an earlier length.</summary>
    public void CutTo(int length) => parts.RemoveRange(length, parts.Count - length);

    /// <summary>The trail as messages write it: <c>$['a'][0]</c>.</summary>
    public override string ToString()
    {
        var text = new StringBuilder("$");
        foreach (var (name, index) in parts)
        {
            _ = name is null ? text.Append('[').Append(index).Append(']') : text.Append("['").Append(name).Append("']");
        }

        return text.ToString();
    }
}
