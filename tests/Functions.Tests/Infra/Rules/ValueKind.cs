using System.Globalization;
using TaskOrchestration.Functions.Tests.Infra.Bicep;

namespace TaskOrchestration.Functions.Tests.Infra.Rules;

/// <summary>Whether a value that is plain to see may be given for a parameter.</summary>
internal static class ValueKind
{
    /// <summary>What is wrong with it, or null.</summary>
    public static string? Wrong(Declaration parameter, Expression value) =>
        Of(value) is { } kind && kind != Expected(parameter.Type) ? $"{parameter.Name}: expected {parameter.Type}, found {kind}" : OutOfRange(parameter, value);

    private static string? OutOfRange(Declaration parameter, Expression value)
    {
        var text = Plain(value);
        if (text is null)
        {
            return null;
        }

        if (parameter.Said("allowed") is Expression.List allowed && allowed.Items.All(item => Plain(item) != text))
        {
            return $"{parameter.Name}: expected one of {string.Join(", ", allowed.Items.Select(Plain))}, found {text}";
        }

        return long.TryParse(text, out var number) && (number < Bound(parameter, "minValue", long.MinValue) || number > Bound(parameter, "maxValue", long.MaxValue))
            ? $"{parameter.Name}: {number} is out of range"
            : null;
    }

    private static long Bound(Declaration parameter, string decorator, long otherwise) =>
        parameter.Said(decorator) is { } said ? long.Parse(Plain(said)!, CultureInfo.InvariantCulture) : otherwise;

    private static string? Plain(Expression value) => value switch
    {
        Expression.Text text => text.Value,
        Expression.Literal literal => literal.Value,
        Expression.Operation { Operator: "-", Operands: [Expression.Literal number] } => $"-{number.Value}",
        _ => null,
    };

    private static string? Of(Expression value) => value switch
    {
        Expression.Text => "string",
        Expression.Literal { Value: "true" or "false" } => "bool",
        Expression.Literal { Value: not "null" } or Expression.Operation { Operator: "-", Operands.Count: 1 } => "int",
        Expression.List or Expression.Loop => "array",
        Expression.Record => "object",
        _ => null,
    };

    private static string Expected(string type) => type.EndsWith("[]", StringComparison.Ordinal) ? "array" : type.StartsWith('\'') ? "string" : type;
}
