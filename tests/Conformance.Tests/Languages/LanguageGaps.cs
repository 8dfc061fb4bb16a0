using TaskOrchestration.Conformance.Tests.Scoring;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Languages;

/// <summary>Which parts of the language a definition uses that are not there yet.</summary>
public static class LanguageGaps
{
    /// <summary>The verdict on a case that is not met because of such a part, or null if it uses none.</summary>
    public static Verdict? Explain(Json definition) =>
        Uses(definition, "Mode", "DISTRIBUTED") ? new Verdict.NotApplicableYet("Distributed Map")
        : Uses(definition, "QueryLanguage", "JSONata") ? new Verdict.NotApplicableYet("JSONata")
        : null;

    private static bool Uses(Json value, string name, string text) => value switch
    {
        JsonObject o => (o[name] is JsonString there && there.Value == text) || o.Any(member => Uses(member.Value, name, text)),
        JsonArray list => list.Any(item => Uses(item, name, text)),
        _ => false,
    };
}
