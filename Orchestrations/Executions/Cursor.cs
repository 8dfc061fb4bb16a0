using System.Buffers.Text;
using System.Text;

namespace TaskOrchestration.Orchestrations.Executions;

/// <summary>Where a page ended, as a text that says nothing to the reader and is good for the same query only.</summary>
public static class Cursor
{
    private const char Separator = '\n';

    /// <summary>The cursor of a position in the answer to a query.</summary>
    public static string Write(string position, string query) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{query}{Separator}{position}"));

    /// <summary>The position a cursor of this query holds.</summary>
    /// <exception cref="RefusedException">The text is no cursor of this query.</exception>
    public static string Read(string cursor, string query)
    {
        var expected = query + Separator;
        return Base64Url.IsValid(cursor) && Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)) is var text && text.StartsWith(expected, StringComparison.Ordinal)
            ? text[expected.Length..]
            : throw Invalid(cursor);
    }

    /// <summary>The text is no cursor of that query.</summary>
    public static RefusedException Invalid(string cursor) => new(Refusal.InvalidToken, $"Invalid Token: '{cursor}'");
}
