using System.Globalization;
using TaskOrchestration.StatesLanguage.Parsing;
using TaskOrchestration.StatesLanguage.Parsing.Fields;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.StatesLanguage.Validation;

/// <summary>The labels of DISTRIBUTED Maps become parts of ARNs: they are spelled like names in them, and no two Maps of a machine share one.</summary>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html">Label on AWS</seealso>
internal static class MapLabels
{
    private const int Longest = 40;
    private const string NotAllowed = "<>{}[]?*\"#%\\^|~`$&,;:/";

    public static void Check(IReadOnlyList<PlacedGraph> graphs, ProblemList problems)
    {
        var seen = new Dictionary<string, Place>(StringComparer.Ordinal);
        foreach (var graph in graphs)
        {
            foreach (var map in graph.Graph.States.OfType<MapState>())
            {
                if (map.Distribution?.Label is { } label)
                {
                    Check(label, graph.PlaceOf(map).Member("Label"), seen, problems);
                }
            }
        }
    }

    private static void Check(string label, Place place, Dictionary<string, Place> seen, ProblemList problems)
    {
        if (label.Length is 0 or > Longest || label.Any(IsNotAllowed))
        {
            problems.Add(
                ProblemCode.InvalidLabelName,
                string.Create(CultureInfo.InvariantCulture, $"Expected a label of 1 to {Longest} characters without white space, control characters and any of {NotAllowed}, found '{label}'"),
                place);
        }
        else if (!seen.TryAdd(label, place))
        {
            problems.Add(ProblemCode.DuplicateLabelName, $"Expected a label that is unique in the machine, found '{label}', which is also at {seen[label]}", place);
        }
    }

    private static bool IsNotAllowed(char character) => char.IsWhiteSpace(character) || char.IsControl(character) || NotAllowed.Contains(character, StringComparison.Ordinal);
}
