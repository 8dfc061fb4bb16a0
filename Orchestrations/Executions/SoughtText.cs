using System.Text;

namespace TaskOrchestration.Orchestrations.Executions;

/// <summary>A text that is looked for in inputs and outputs, whatever its case.</summary>
/// <remarks>
/// These are kept without blanks between their parts, but people copy from where they are laid out in lines. So what is sought is also tried without such
/// blanks: those beside a brace, a bracket, a colon or a comma, outside strings. A piece may begin in the middle of a string as well; both are tried.
/// </remarks>
public sealed class SoughtText
{
    private const string Marks = "{}[]:,";

    private readonly string[] _spellings;

    /// <summary>Makes what finds a text.</summary>
    public SoughtText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _spellings = [.. new[] { text, Compact(text, isInString: false), Compact(text, isInString: true) }.Where(spelling => spelling.Length > 0).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Whether a compact JSON text contains it.</summary>
    public bool IsIn(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return _spellings.Any(spelling => json.Contains(spelling, StringComparison.OrdinalIgnoreCase));
    }

    private static string Compact(string text, bool isInString)
    {
        var compact = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (isInString && text[at] == '\\')
            {
                compact.Append(text, at, Math.Min(2, text.Length - at));
                at++;
                continue;
            }

            isInString ^= text[at] == '"';
            if (isInString || !char.IsWhiteSpace(text[at]) || !IsBesideMark(text, at))
            {
                compact.Append(text[at]);
            }
        }

        return compact.ToString();
    }

    private static bool IsBesideMark(string text, int at) =>
        text.AsSpan(0, at).TrimEnd() is [.., var before] && Marks.Contains(before, StringComparison.Ordinal)
        || text.AsSpan(at).TrimStart() is [var after, ..] && Marks.Contains(after, StringComparison.Ordinal);
}
