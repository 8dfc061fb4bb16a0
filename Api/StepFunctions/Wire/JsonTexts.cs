using System.Text.RegularExpressions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.StepFunctions.Wire;

/// <summary>JSON that arrives inside a text: the input of an execution, the output of a task.</summary>
internal static partial class JsonTexts
{
    /// <summary>The largest input or output, in bytes of UTF-8.</summary>
    public const int MaxBytes = 262_144;

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
        if (FirstWord().Match(text) is { Success: true, Groups: [_, var word] } && word.Value is not ("true" or "false" or "null"))
        {
            return $"Unrecognized token '{word.Value}': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')";
        }

        if (UnquotedName().Match(text) is { Success: true, Groups: [_, var character] })
        {
            return $"Unexpected character ('{character.Value}' (code {(int)character.Value[0]})): was expecting double-quote to start field name";
        }

        return $"line {e.Line}, column {e.Column}: {e.Message}";
    }

    [GeneratedRegex(@"^\s*([A-Za-z_][A-Za-z0-9_]*)")]
    private static partial Regex FirstWord();

    [GeneratedRegex(@"^\s*\{\s*([^""}\s])")]
    private static partial Regex UnquotedName();
}
