using TaskOrchestration.Conformance.Tests.Corpora;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Plausible;

/// <summary>Under which name each state keeps the result of its task as it is.</summary>
internal static class ResultNames
{
    /// <summary>The names, by the name of the state.</summary>
    public static IReadOnlyDictionary<string, string> Of(Json definition)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        Collect(definition, names);
        return names;
    }

    private static void Collect(Json value, Dictionary<string, string> names)
    {
        if (value is JsonArray items)
        {
            foreach (var item in items)
            {
                Collect(item, names);
            }
        }
        else if (value is JsonObject members)
        {
            foreach (var (name, member) in members)
            {
                if (member.Text("ResultPath") is { } path && !((JsonObject)member).Contains("ResultSelector") && PathSegments.Of(path) is [.., var last])
                {
                    names[name] = last.Name;
                }

                Collect(member, names);
            }
        }
    }
}
