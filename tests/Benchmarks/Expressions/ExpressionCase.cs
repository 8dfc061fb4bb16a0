using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Benchmarks.Expressions;

/// <summary>An expression of the corpus that comes to a value, with what it is evaluated on.</summary>
/// <param name="Id">Its id in the corpus.</param>
/// <param name="Group">Its group in the corpus.</param>
/// <param name="Text">The expression.</param>
/// <param name="Input">The input; null where there is none.</param>
/// <param name="Bindings">The variables.</param>
/// <param name="Expected">The value it comes to.</param>
public sealed record ExpressionCase(string Id, string Group, string Text, Json? Input, JsonObject Bindings, Json Expected)
{
    /// <summary>The case of a line, or null where the line expects no value, or one that only one of the two implementations knows.</summary>
    public static ExpressionCase? Read(JsonObject line)
    {
        ArgumentNullException.ThrowIfNull(line);
        if (line["aws"] is not JsonString { Value: "applicable" } || (line["expect"] as JsonObject)?["result"] is not { } expected || line["timelimit"] is JsonNumber || line["depth"] is JsonNumber)
        {
            return null;
        }

        var input = line["has_data"] is JsonBoolean { Value: true } ? line["data"] : null;
        return new ExpressionCase(Word(line["id"]), Word(line["group"]), Word(line["expr"]), input, line["bindings"] as JsonObject ?? JsonObject.Empty, expected);
    }

    private static string Word(Json? value) => ((JsonString)value!).Value;
}
