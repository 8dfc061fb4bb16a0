using TaskOrchestration.StatesLanguage.Expressions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Parsing.Fields;

/// <summary>Numbers that may be fixed, come from a path (<c>…Path</c>) or be worked out by JSONata.</summary>
internal static class NumberFields
{
    /// <summary>The largest number of seconds and of attempts that the language has.</summary>
    public const long Largest = 99_999_999;

    public static Expression? Integer(FieldReader reader, string name, long minimum, long maximum = Largest)
    {
        reader.AtMostOne(name, name + "Path");
        if (Query(reader, name) is { } query)
        {
            return query;
        }

        return reader.Integer(name, minimum, maximum) is { } whole
            ? new Expression.Constant(Json.Of(whole))
            : FromPath(reader, name);
    }

    public static Expression? Number(FieldReader reader, string name, double minimum, double maximum)
    {
        reader.AtMostOne(name, name + "Path");
        if (Query(reader, name) is { } query)
        {
            return query;
        }

        return reader.Number(name, minimum, maximum) is { } number ? new Expression.Constant(number) : FromPath(reader, name);
    }

    private static Expression? FromPath(FieldReader reader, string name) =>
        reader.IsJsonata ? null : PathFields.Path(reader, name + "Path");

    private static Expression? Query(FieldReader reader, string name) =>
        reader.IsJsonata && reader.Find(name) is JsonString text && JsonataText.IsExpression(text.Value)
            ? JsonataText.Read(text, reader.At(name), reader.Scope.Problems)
            : null;
}
