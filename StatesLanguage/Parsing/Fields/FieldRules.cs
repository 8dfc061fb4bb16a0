using System.Collections.Frozen;

namespace TaskOrchestration.StatesLanguage.Parsing.Fields;

/// <summary>Which fields an object may have: in both languages, in JSONPath only, in JSONata only.</summary>
internal sealed class FieldRules(string[] both, string[] jsonPath, string[] jsonata)
{
    private readonly FrozenSet<string> both = both.ToFrozenSet(StringComparer.Ordinal);
    private readonly FrozenSet<string> jsonPath = jsonPath.ToFrozenSet(StringComparer.Ordinal);
    private readonly FrozenSet<string> jsonata = jsonata.ToFrozenSet(StringComparer.Ordinal);

    public void Check(FieldReader reader)
    {
        foreach (var name in reader.Fields.Names)
        {
            if (both.Contains(name) || (reader.IsJsonata ? jsonata : jsonPath).Contains(name))
            {
                continue;
            }

            var isOfOther = (reader.IsJsonata ? jsonPath : jsonata).Contains(name);
            if (isOfOther && reader.HasRefusedLanguage)
            {
                // That the state may not have its language has been said, and is AWS's whole answer.
                continue;
            }

            var (own, other) = reader.IsJsonata ? ("JSONata", "JSONPath") : ("JSONPath", "JSONata");
            reader.Report(isOfOther
                ? $"The QueryLanguage is set to '{own}', but field '{name}' is only supported for the '{other}' QueryLanguage"
                : $"Field '{name}' is not supported");
        }
    }
}
