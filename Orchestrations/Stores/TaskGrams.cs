using System.Security.Cryptography;
using System.Text;
using TaskOrchestration.Domain.Tasks;

namespace TaskOrchestration.Orchestrations.Stores;

/// <summary>The words by which a text is found from any part of it: all its runs of one, two and three characters.</summary>
/// <remarks>
/// Whoever contains a text contains its grams; the other way round is not so, and whoever has the grams is looked at for the text itself. A task's
/// kind and owner are words too, so that a text that is common elsewhere costs little where it is not.
/// </remarks>
internal static class TaskGrams
{
    /// <summary>From this many grams on more of them would cost more to intersect than they leave out.</summary>
    private const int WordsAtMost = 6;

    /// <summary>All words of a task, separated by blanks.</summary>
    public static string Of(TaskKind kind, string owner, string text)
    {
        var words = new HashSet<string> { KindWord(kind), OwnerWord(owner) };
        foreach (var line in text.Split('\n'))
        {
            var letters = Letters(line);
            for (var length = 1; length <= 3; length++)
            {
                words.UnionWith(Runs(letters, length));
            }
        }

        return string.Join(' ', words);
    }

    /// <summary>The full-text query for the tasks that may contain a text (not an empty one) and have one of the kinds and the owner a query asks for.</summary>
    public static string Match(TaskQuery query, string text)
    {
        var letters = Letters(text);
        var runs = Runs(letters, Math.Min(3, letters.Count)).Distinct().ToList();
        var some = runs.Count <= WordsAtMost ? runs : Enumerable.Range(0, WordsAtMost).Select(i => runs[i * (runs.Count - 1) / (WordsAtMost - 1)]);
        var all = some.Select(Quoted).ToList();
        if (query.Owner is not null)
        {
            all.Add(Quoted(OwnerWord(query.Owner)));
        }

        if (query.Kinds.Count > 0)
        {
            all.Add($"({string.Join(" OR ", query.Kinds.Distinct().Select(kind => Quoted(KindWord(kind))))})");
        }

        return string.Join(" AND ", all);
    }

    private static string KindWord(TaskKind kind) => $"kind{(int)kind}";

    private static string OwnerWord(string owner) => $"owner{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(owner)).AsSpan(0, 8))}";

    private static List<string> Letters(string line) => [.. line.EnumerateRunes().Select(Letter)];

    /// <summary>A character as one that the tokenizer takes for part of a word: that is every letter and digit, and everything beyond ASCII.</summary>
    private static string Letter(Rune rune) =>
        rune.IsAscii && !Rune.IsLetterOrDigit(rune) ? ((char)(rune.Value + 0x100)).ToString() : rune.ToString();

    private static IEnumerable<string> Runs(List<string> letters, int length) =>
        Enumerable.Range(0, Math.Max(0, letters.Count - length + 1)).Select(at => string.Concat(letters.GetRange(at, length)));

    private static string Quoted(string word) => $"\"{word}\"";
}
