using System.Text.RegularExpressions;
using TaskOrchestration.Support;

namespace TaskOrchestration.EndToEnd.Tests.Documents;

/// <summary>The README, of which some blocks say by a comment before them that they are tested.</summary>
internal static partial class Readme
{
    /// <summary>The text of the block after <c>&lt;!-- tested: NAME --&gt;</c>, with another server in the place of the default one.</summary>
    public static string Block(string name, Uri endpoint) => Block("README.md", name, endpoint);

    /// <summary>Such a block of another document.</summary>
    public static string Block(string document, string name, Uri endpoint)
    {
        var text = File.ReadAllText(Repository.PathOf(document));
        var block = TestedBlock().Matches(text).Single(match => match.Groups["name"].Value == name);
        return block.Groups["text"].Value.Replace("http://127.0.0.1:8083", endpoint.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal);
    }

    /// <summary>A transcript's commands as one script, and what it says that they print.</summary>
    public static (string Script, string Output) Transcript(string block)
    {
        var lines = block.TrimEnd().Split('\n');
        return (
            string.Join('\n', ["set -euo pipefail", .. lines.Where(line => line.StartsWith("$ ", StringComparison.Ordinal)).Select(line => line[2..])]),
            string.Join('\n', lines.Where(line => !line.StartsWith("$ ", StringComparison.Ordinal))));
    }

    [GeneratedRegex(@"<!-- tested: (?<name>\w+) -->\n```\w+\n(?<text>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TestedBlock();
}
