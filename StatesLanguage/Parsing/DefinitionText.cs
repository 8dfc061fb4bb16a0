using System.Globalization;
using System.Text;
using TaskOrchestration.StatesLanguage.Parsing.Fields;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Parsing;

/// <summary>Reads a definition's text as JSON and reports where it is none.</summary>
internal static class DefinitionText
{
    /// <summary>AWS's limit, in bytes of UTF-8.</summary>
    private const int LargestSize = 1_048_576;

    /// <summary>How much of the text a syntax problem quotes.</summary>
    private const int Quoted = 500;

    /// <summary>The object in the text, or null after a problem has been reported.</summary>
    public static JsonObject? Read(string text, ProblemList problems)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            problems.Add(ProblemCode.MissingDescription, "Expected a definition, found an empty text");
            return null;
        }

        var size = Encoding.UTF8.GetByteCount(text);
        if (size > LargestSize)
        {
            problems.Add(
                ProblemCode.Schema,
                string.Create(CultureInfo.InvariantCulture, $"Expected a definition of at most {LargestSize} bytes, found {size}"));
            return null;
        }

        try
        {
            var value = Json.Parse(text);
            if (value is JsonObject definition)
            {
                return definition;
            }

            problems.Add(ProblemCode.Schema, Mismatch.Of("Object"), Place.Root, value);
        }
        catch (JsonSyntaxException e)
        {
            Report(e, text, problems);
        }

        return null;
    }

    /// <summary>Words and places a syntax error as AWS's reader does, which names an unknown word and the column after it.</summary>
    private static void Report(JsonSyntaxException error, string text, ProblemList problems)
    {
        var (message, column) = error.Message.Contains("start of a value", StringComparison.Ordinal) || error.Message.Contains("literal", StringComparison.Ordinal)
            ? DescribeWord(error, text)
            : (error.Message, error.Column);
        var quote = text.Length <= Quoted ? $"\"{text}\"" : $"\"{text.AsSpan(0, Quoted)}\"[truncated {text.Length - Quoted} chars]";
        var place = $"[Source: (String){quote}; line: {error.Line}, column: {column}]";
        problems.Add(ProblemCode.InvalidJson, $"{message}\n at {place}", place);
    }

    private static (string Message, long Column) DescribeWord(JsonSyntaxException error, string text)
    {
        var line = Encoding.UTF8.GetBytes(text.Split('\n')[error.Line - 1]);
        var start = (int)Math.Min(error.Column - 1, line.Length);
        while (start > 0 && char.IsAsciiLetterOrDigit((char)line[start - 1]))
        {
            start--;
        }

        var end = start;
        while (end < line.Length && char.IsAsciiLetterOrDigit((char)line[end]))
        {
            end++;
        }

        var word = Encoding.ASCII.GetString(line.AsSpan(start, end - start));
        return word.Length == 0
            ? (error.Message, error.Column)
            : ($"Unrecognized token '{word}': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')", end + 1);
    }
}
