using TaskOrchestration.StatesLanguage.Parsing.Fields;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.StatesLanguage.Parsing.StateTypes;

/// <summary>The names of the comparison operators.</summary>
internal static class Operators
{
    private const string PathEnding = "Path";

    private static readonly Dictionary<string, (Comparison Comparison, bool ComparesToPath)> ByName = BuildNames();

    /// <summary>All 39 names.</summary>
    public static IEnumerable<string> Names => ByName.Keys;

    public static (Comparison Comparison, bool ComparesToPath) Named(string name) => ByName[name];

    /// <summary>The operators that a rule uses.</summary>
    public static List<string> In(FieldReader rule)
    {
        var found = new List<string>(1);
        foreach (var name in rule.Fields.Names)
        {
            if (ByName.ContainsKey(name))
            {
                found.Add(name);
            }
        }

        return found;
    }

    private static Dictionary<string, (Comparison, bool)> BuildNames()
    {
        var names = new Dictionary<string, (Comparison, bool)>(StringComparer.Ordinal);
        foreach (var comparison in Enum.GetValues<Comparison>())
        {
            names.Add(comparison.ToString(), (comparison, false));
            if (HasPathTwin(comparison))
            {
                names.Add(comparison + PathEnding, (comparison, true));
            }
        }

        return names;
    }

    private static bool HasPathTwin(Comparison comparison) => comparison is not
        (Comparison.StringMatches or Comparison.IsNull or Comparison.IsPresent or Comparison.IsNumeric
        or Comparison.IsString or Comparison.IsBoolean or Comparison.IsTimestamp);
}
