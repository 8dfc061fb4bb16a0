using System.Text.RegularExpressions;
using TaskOrchestration.Support;

namespace TaskOrchestration.Functions.Tests.Infra;

/// <summary>The sheet with facts about Azure's resource types and roles, where there is one beside the repository or further up.</summary>
internal static partial class InfraSheet
{
    private const string FileName = "azure-infra.md";

    /// <summary>What it says; null where there is none.</summary>
    public static string? Text { get; } = Find();

    /// <summary>The types and versions it has, by the provider and the last part of the type, which is all that it says of some.</summary>
    public static IReadOnlyDictionary<string, string> Versions()
    {
        var paragraph = Text!.Split('\n').Single(line => line.StartsWith("**Bicep resource types**", StringComparison.Ordinal));
        var versions = new Dictionary<string, string>();
        var provider = "";
        var waiting = new List<string>();
        foreach (Match word in Word().Matches(paragraph[paragraph.IndexOf("):", StringComparison.Ordinal)..]))
        {
            if (word.Groups["version"] is { Success: true } version)
            {
                waiting.ForEach(name => versions[name] = version.Value);
                waiting.Clear();
                continue;
            }

            var parts = word.Groups["name"].Value.Split('/', StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length > 1)
            {
                provider = parts[0].Replace("Microsoft.", "", StringComparison.Ordinal);
            }

            waiting.Add($"{provider}/{parts[^1]}");
        }

        return versions;
    }

    /// <summary>The roles it has, by id; some of them without the service they are of.</summary>
    public static IReadOnlyDictionary<string, string> Roles() => Role().Matches(Text!).ToDictionary(match => match.Groups["id"].Value, match => match.Groups["name"].Value.Trim());

    private static string? Find()
    {
        for (var folder = Repository.Root.Parent; folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "shared", FileName);
            if (File.Exists(candidate))
            {
                return File.ReadAllText(candidate);
            }
        }

        return null;
    }

    // In parentheses with a plus are further types of the same version; in others remarks, which are no types.
    [GeneratedRegex(@"\((?!\+)[^)]*\)|@(?<version>\d{4}-\d\d-\d\d(-preview)?)|(?<name>(Microsoft\.)?/?[A-Za-z]{4,}(/[A-Za-z]+)*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"(?<=: |; )(?<name>[A-Z][A-Za-z ]+) (?<id>[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Role();
}
