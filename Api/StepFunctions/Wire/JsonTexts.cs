using System.Buffers;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.StepFunctions.Wire;

/// <summary>JSON that arrives inside a text: the input of an execution, the output of a task.</summary>
internal static class JsonTexts
{
    /// <summary>The largest input or output, in bytes of UTF-8.</summary>
    public const int MaxBytes = 262_144;

    private static readonly SearchValues<char> WordCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

    /// <summary>Reads one, or says in the words of the parser AWS uses why it cannot be read.</summary>
    public static bool TryRead(string text, out Json value, out string complaint)
    {
        try
        {
            value = Json.Parse(text);
            complaint = "";
            return true;
        }
        catch (JsonSyntaxException e)
        {
            value = Json.Null;
            complaint = Complaint(text, e);
            return false;
        }
    }

    private static string Complaint(string text, JsonSyntaxException e)
    {
        var rest = text.AsSpan().TrimStart();
        if (FirstWord(rest) is { Length: > 0 } word && word is not ("true" or "false" or "null"))
        {
            return $"Unrecognized token '{word}': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')";
        }

        var inside = rest is ['{', ..] ? rest[1..].TrimStart() : [];
        return inside is [not ('"' or '}'), ..]
            ? $"Unexpected character ('{inside[0]}' (code {(int)inside[0]})): was expecting double-quote to start field name"
            : $"line {e.Line}, column {e.Column}: {e.Message}";
    }

    private static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> text)
    {
        if (text is [var first, ..] && char.IsAsciiDigit(first))
        {
            return [];
        }

        var end = text.IndexOfAnyExcept(WordCharacters);
        return end < 0 ? text : text[..end];
    }
}
