using TaskOrchestration.Conformance.Tests.Scoring;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Languages;

/// <summary>Which parts of the language a definition uses that are not there yet.</summary>
public static class LanguageGaps
{
    /// <summary>Such a part, or null if it uses none.</summary>
    public static string? Of(Json definition) =>
        Uses(definition, "Mode", "DISTRIBUTED") ? "Distributed Map" : null;

    /// <summary>The verdict as it is, but <see cref="Verdict.NotApplicableYet"/> where one not met is so for want of such a part.</summary>
    public static Verdict Considered(Verdict verdict, Json definition) =>
        verdict is Verdict.NotMet && Of(definition) is { } missing ? new Verdict.NotApplicableYet(missing) : verdict;

    private static bool Uses(Json value, string name, string text) => value switch
    {
        JsonObject o => (o[name] is JsonString there && there.Value == text) || o.Any(member => Uses(member.Value, name, text)),
        JsonArray list => list.Any(item => Uses(item, name, text)),
        _ => false,
    };
}
