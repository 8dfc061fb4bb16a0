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

            var (own, other) = reader.IsJsonata ? ("JSONata", "JSONPath") : ("JSONPath", "JSONata");
            reader.Report((reader.IsJsonata ? jsonPath : jsonata).Contains(name)
                ? $"The QueryLanguage is set to '{own}', but field '{name}' is only supported for the '{other}' QueryLanguage"
                : $"Field '{name}' is not supported");
        }
    }
}
