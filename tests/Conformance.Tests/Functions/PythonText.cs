using System.Text;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Functions;

/// <summary>How Python writes values: the recorded functions ran there, and what they wrote shows in the recordings.</summary>
public static class PythonText
{
    /// <summary>What <c>json.dumps</c> gives: a space after each comma and colon.</summary>
    public static string Dumps(Json value) => value switch
    {
        JsonObject o => $"{{{string.Join(", ", o.Select(member => $"{Json.Of(member.Key)}: {Dumps(member.Value)}"))}}}",
        JsonArray list => $"[{string.Join(", ", list.Select(Dumps))}]",
        _ => value.ToString(),
    };

    /// <summary>What <c>repr</c> gives.</summary>
    public static string Repr(Json value) => value switch
    {
        JsonNull => "None",
        JsonBoolean { Value: true } => "True",
        JsonBoolean => "False",
        JsonString text => Quoted(text.Value),
        JsonArray list => $"[{string.Join(", ", list.Select(Repr))}]",
        JsonObject o => $"{{{string.Join(", ", o.Select(member => $"{Quoted(member.Key)}: {Repr(member.Value)}"))}}}",
        _ => value.ToString(),
    };

    /// <summary>What <c>str</c> gives: a text as it is, anything else as <see cref="Repr"/>.</summary>
    public static string Str(Json value) => value is JsonString text ? text.Value : Repr(value);

    private static string Quoted(string text)
    {
        var quote = text.Contains('\'') && !text.Contains('"') ? '"' : '\'';
        var result = new StringBuilder().Append(quote);
        foreach (var c in text)
        {
            result.Append(c switch
            {
                '\\' => @"\\",
                '\n' => @"\n",
                '\r' => @"\r",
                '\t' => @"\t",
                _ when c == quote => $"\\{c}",
                < ' ' or '\x7f' => $"\\x{(int)c:x2}",
                _ => c.ToString(),
            });
        }

        return result.Append(quote).ToString();
    }
}
