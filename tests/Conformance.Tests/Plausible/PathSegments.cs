using System.Text.RegularExpressions;

namespace TaskOrchestration.Conformance.Tests.Plausible;

/// <summary>The names that a path goes through, however it is spelled, and which of them it takes for lists.</summary>
internal static partial class PathSegments
{
    private const int Timeout = 1000;

    /// <summary>The name that stands for what a path starts at.</summary>
    public const string Root = "$";

    /// <summary>Whether a path takes what it starts at for a list.</summary>
    public static bool IsIntoList(string path) => ListRoot().IsMatch(path);

    /// <summary>The steps of a path; the dollar signs and the name of a variable are none.</summary>
    public static IReadOnlyList<PathSegment> Of(string path)
    {
        var found = new List<PathSegment>();
        foreach (Match step in Step().Matches(Start().Replace(path, "", 1)))
        {
            if (step.Groups["name"] is { Success: true } name)
            {
                found.Add(new PathSegment(name.Value.Trim(), IsList: false));
            }
            else if (found.Count > 0)
            {
                found[^1] = found[^1] with { IsList = true };
            }
        }

        return found;
    }

    [GeneratedRegex(@"^\$+[\p{L}\p{Nd}_]*", RegexOptions.None, Timeout)]
    private static partial Regex Start();

    [GeneratedRegex(@"^\$\.?\[[^'""]", RegexOptions.None, Timeout)]
    private static partial Regex ListRoot();

    [GeneratedRegex(@"\[\s*['""](?<name>[^'""]*)['""][^\]]*\]|\[[^\]]*\]|(?<name>[\p{L}_@#][\p{L}\p{Nd}_\-:/ ]*)|\*", RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex Step();
}
