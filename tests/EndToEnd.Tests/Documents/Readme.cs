using System.Text.RegularExpressions;
using TaskOrchestration.Support;

namespace TaskOrchestration.EndToEnd.Tests.Documents;

/// <summary>The README, of which some blocks say by a comment before them that they are tested.</summary>
internal static partial class Readme
{
    private const string Prompt = "$ ";

    /// <summary>Runs its second argument until that says its first one, for a minute at most, and prints what it has said last.</summary>
    private const string LookUntil = """
        look_until() {
          local said='' tries
          for ((tries = 0; tries < 600; tries++)); do
            said=$(eval "$2") && [ "$said" = "$1" ] && break
            sleep 0.1
          done
          printf '%s\n' "$said"
        }
        """;

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
    /// <remarks>What is looked at after a pause is looked at until it is so: on a busy machine the pause may be too short.</remarks>
    public static (string Script, string Output) Transcript(string block)
    {
        var lines = block.TrimEnd().Split('\n');
        var script = new List<string> { "set -euo pipefail", LookUntil };
        var isAfterPause = false;
        foreach (var (index, line) in lines.Index().Where(each => IsCommand(each.Item)))
        {
            var command = line[Prompt.Length..];
            if (command.StartsWith("sleep ", StringComparison.Ordinal))
            {
                isAfterPause = true;
                continue;
            }

            var said = string.Join('\n', lines.Skip(index + 1).TakeWhile(next => !IsCommand(next)));
            script.Add(isAfterPause ? $"look_until {Quoted(said)} {Quoted(command)}" : command);
            isAfterPause = false;
        }

        return (string.Join('\n', script), string.Join('\n', lines.Where(line => !IsCommand(line))));
    }

    private static bool IsCommand(string line) => line.StartsWith(Prompt, StringComparison.Ordinal);

    private static string Quoted(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    [GeneratedRegex(@"<!-- tested: (?<name>\w+) -->\n```\w+\n(?<text>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TestedBlock();
}
