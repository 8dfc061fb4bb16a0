using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Functions;

/// <summary>The names of members of one or many objects, each once, in the order they are met.</summary>
internal sealed class OrderedNames
{
    private readonly HashSet<string> seen = [];
    private readonly List<string> all = [];

    public IReadOnlyList<string> All => all;

    public void AddFrom(Evaluation evaluation, Json? value)
    {
        if (value is JsonArray list)
        {
            foreach (var item in list.AsSpan())
            {
                AddFrom(evaluation, item);
            }
        }
        else if (value is JsonObject members)
        {
            evaluation.Step(members.Count);
            foreach (var name in members.Names)
            {
                if (seen.Add(name))
                {
                    all.Add(name);
                }
            }
        }
    }
}
