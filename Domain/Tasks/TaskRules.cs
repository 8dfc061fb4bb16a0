using System.Globalization;
using System.Text;
using TaskOrchestration.Domain.Failures;

namespace TaskOrchestration.Domain.Tasks;

/// <summary>What people may say about a task.</summary>
public static class TaskRules
{
    /// <summary>The longest title, in UTF-16 code units.</summary>
    public const int MaximumTitleLength = 200;

    /// <summary>The longest name of an owner, in UTF-16 code units.</summary>
    public const int MaximumOwnerLength = 128;

    /// <summary>What is wrong with a title: what was expected and what was found; null when it will do.</summary>
    public static string? TitleProblem(string title) => Problem("a title", title, MaximumTitleLength);

    /// <summary>What is wrong with an owner's name: what was expected and what was found; null when it will do.</summary>
    public static string? OwnerProblem(string owner) => Problem("an owner's name", owner, MaximumOwnerLength);

    /// <summary>Makes sure that a title will do.</summary>
    /// <exception cref="InvalidTaskException">It will not.</exception>
    public static void CheckTitle(string title) => Check(TitleProblem(title));

    /// <summary>Makes sure that an owner's name will do.</summary>
    /// <exception cref="InvalidTaskException">It will not.</exception>
    public static void CheckOwner(string owner) => Check(OwnerProblem(owner));

    private static string? Problem(string what, string text, int longest)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > longest)
        {
            return $"Expected {what} of 1 to {longest} characters, found one of {text.Length}.";
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            return $"Expected {what} of 1 to {longest} characters, found {(text.Length == 0 ? "none" : "nothing but blanks")}.";
        }

        return UnprintableAt(text) is { } at
            ? $"Expected {what} of printable characters, found U+{(int)text[at]:X4} as character {at + 1}."
            : null;
    }

    /// <summary>The first control character, line break or half of a surrogate pair.</summary>
    private static int? UnprintableAt(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            if (!Rune.TryGetRuneAt(text, at, out var rune)
                || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
            {
                return at;
            }

            at += rune.Utf16SequenceLength;
        }

        return null;
    }

    private static void Check(string? problem)
    {
        if (problem is not null)
        {
            throw new InvalidTaskException(problem);
        }
    }
}
