using TaskOrchestration.Conformance.Tests.Corpora;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Plausible;

/// <summary>What the files are that the Maps of a definition read: their <c>ReaderConfig</c>s.</summary>
internal static class ReaderForms
{
    /// <summary>All, in the order of the text.</summary>
    public static IReadOnlyList<JsonObject> Of(Json definition)
    {
        var found = new List<JsonObject>();
        Collect(definition, found);
        return found;
    }

    private static void Collect(Json value, List<JsonObject> found)
    {
        if (value is JsonArray items)
        {
            foreach (var item in items)
            {
                Collect(item, found);
            }
        }
        else if (value is JsonObject members)
        {
            if (members.Object("ItemReader").Object("ReaderConfig") is { } form)
            {
                found.Add(form);
            }

            foreach (var member in members.Values)
            {
                Collect(member, found);
            }
        }
    }
}
