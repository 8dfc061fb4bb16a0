using TaskOrchestration.StatesLanguage.Expressions;
using TaskOrchestration.StatesLanguage.Expressions.Jsonata;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Parsing.Fields;

/// <summary>Texts that hold a JSONata expression: <c>{% … %}</c>. The spaces within the delimiters may be left out.</summary>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html">Transforming data with JSONata</seealso>
internal static class JsonataText
{
    private const string Opening = "{%";
    private const string Closing = "%}";

    public static bool IsExpression(string text) =>
        text.Length >= Opening.Length + Closing.Length
        && text.StartsWith(Opening, StringComparison.Ordinal)
        && text.EndsWith(Closing, StringComparison.Ordinal);

    /// <summary>The expression in a text, or the text itself where it holds none.</summary>
    public static Expression Read(JsonString text, Place place, ProblemList problems)
    {
        if (IsExpression(text.Value))
        {
            return Read(text.Value, place, problems);
        }

        if (text.Value.StartsWith(Opening, StringComparison.Ordinal) != text.Value.EndsWith(Closing, StringComparison.Ordinal))
        {
            problems.Add(ProblemCode.InvalidJsonata, $"Expected a JSONata expression between '{Opening}' and '{Closing}', found only one of them", place);
        }

        return new Expression.Constant(text);
    }

    private static Expression Read(string text, Place place, ProblemList problems)
    {
        var inner = text.AsSpan(Opening.Length, text.Length - Opening.Length - Closing.Length).Trim().ToString();
        if (JsonataExpression.TryParse(inner, out var expression, out var error))
        {
            return new Expression.Query(expression);
        }

        problems.Add(ProblemCode.InvalidJsonata, error.Message, place, LastOffsetOf(error));
        return new Expression.Constant(Json.Of(text));
    }

    /// <summary>The last character of the token that is wrong: the error's position is just behind it.</summary>
    private static int LastOffsetOf(JsonataError error) => Math.Max(error.Position - 1, 0);

    /// <summary>The text that <see cref="Read(JsonString, Place, ProblemList)"/> reads as this expression.</summary>
    public static string Write(JsonataExpression expression) => $"{Opening} {expression.Text} {Closing}";
}
