using System.Text.RegularExpressions;
using TaskOrchestration.Conformance.Tests.Comparing;
using TaskOrchestration.Conformance.Tests.Corpora;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Aws;

/// <summary>What recorded tests worked out of lists: the items with the names that the test itself had given, of one answer or of all pages of a list.</summary>
internal static partial class ListChecks
{
    /// <summary>Whether all checks among the steps are of that kind.</summary>
    public static bool AreKnown(IReadOnlyList<Json> steps) => steps.Where(IsCheck).All(step => Filter().IsMatch(step.Text("of") ?? "") || IsPage(step));

    /// <summary>Compares what the checks of a whole conversation expect with what was answered.</summary>
    public static IReadOnlyList<string> Compare(JsonObject filled, IReadOnlyList<Json> steps, IReadOnlyDictionary<string, JsonObject> responses)
    {
        var named = steps.Select(step => ((JsonObject)step).Object("params").Text("name")).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var differences = new List<string>();
        foreach (var check in steps.Where(step => IsCheck(step) && !IsPage(step)))
        {
            var wanted = Filter().Match(check.Text("of")!);
            differences.AddRange(Differences(filled, check.Text("check")!, ((JsonObject)check)["expect"]!, Named(responses[wanted.Groups["step"].Value][wanted.Groups["list"].Value], named)));
        }

        // Where a page ends is the service's affair: what counts is what all of them have.
        if (steps.Where(IsPage).ToArray() is { Length: > 0 } pages)
        {
            var expected = JsonArray.Of(pages.SelectMany(page => page.Items("expect")));
            var listed = responses[steps.Single(IsPaged).Text("n")!];
            differences.AddRange(Differences(filled, "all pages", expected, Named(listed.Select(member => member.Value).OfType<JsonArray>().Single(), named)));
        }

        return differences;
    }

    /// <summary>Whether a step asks for all pages of a list.</summary>
    public static bool IsPaged(Json step) => step.IsTrue("paginate");

    private static bool IsCheck(Json step) => step.Text("check") is not null;

    private static bool IsPage(Json step) => PageName().IsMatch(step.Text("check") ?? "");

    private static JsonArray Named(Json? list, HashSet<string> names) => JsonArray.Of(((JsonArray)list!).Where(item => names.Contains(item.Text("name") ?? "")));

    private static IEnumerable<string> Differences(JsonObject filled, string check, Json expected, JsonArray found) =>
        Matcher.Compare(filled, expected, found).Select(difference => $"{check}: {difference}");

    [GeneratedRegex(@"^\[(?<item>\w+) for \k<item> in (?<step>r[0-9]+)\.(?<list>\w+) if \k<item>\['name'\] in \w+\]$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Filter();

    [GeneratedRegex("-page-[0-9]+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PageName();
}
