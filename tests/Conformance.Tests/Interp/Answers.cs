using TaskOrchestration.Conformance.Tests.Corpora;
using TaskOrchestration.Conformance.Tests.Scoring;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Interp;

/// <summary>Compares a value or a failure with <c>expect</c>. The words of a failure are the other tools' own.</summary>
internal static class Answers
{
    public static Verdict Compare(JsonObject expect, Json value)
    {
        if (expect["output"] is { } output)
        {
            return output.Equals(value) ? Verdict.Met : new Verdict.NotMet($"expected {output}, got {value}");
        }

        if (expect.Text("type") is { } type)
        {
            return value.Kind.ToString().Equals(type, StringComparison.OrdinalIgnoreCase) ? Verdict.Met : new Verdict.NotMet($"expected a {type}, got {value}");
        }

        return new Verdict.NotMet($"expected {expect}, got {value}");
    }

    public static Verdict CompareFailure(JsonObject expect, string failure) =>
        expect.Contains("error") ? Verdict.Met : new Verdict.NotMet($"expected {expect}, got {failure}");
}
