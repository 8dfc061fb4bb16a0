using System.Diagnostics;
using System.Text;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources.Tables.Expressions;

/// <summary>Whether an item meets a condition.</summary>
internal static class ConditionCheck
{
    /// <summary>Whether it does. What is not there compares with nothing.</summary>
    public static bool Holds(Condition condition, JsonObject item) => condition switch
    {
        Condition.And and => Holds(and.Left, item) && Holds(and.Right, item),
        Condition.Or or => Holds(or.Left, item) || Holds(or.Right, item),
        Condition.Not not => !Holds(not.Inner, item),
        Condition.Comparison comparison => Compares(comparison.Sign, Value(comparison.Left, item), Value(comparison.Right, item)),
        Condition.Between between => Value(between.Value, item) is var value
            && Compares(">=", value, Value(between.Lower, item)) && Compares("<=", value, Value(between.Upper, item)),
        Condition.In among => Value(among.Value, item) is var value && among.Choices.Any(choice => Compares("=", value, Value(choice, item))),
        Condition.Test test => Passes(test.Name, test.Arguments, item),
        _ => throw new UnreachableException($"no arm for {condition.GetType().Name}"),
    };

    private static bool Compares(string sign, Json? left, Json? right)
    {
        if (left is null || right is null)
        {
            return sign == "<>" && (left is not null || right is not null);
        }

        return sign switch
        {
            "=" => AttributeValue.AreSame(left, right),
            "<>" => !AttributeValue.AreSame(left, right),
            _ => AttributeValue.Compare(left, right) is { } order && Fits(sign, order),
        };
    }

    private static bool Fits(string sign, int order) => sign switch
    {
        "<" => order < 0,
        "<=" => order <= 0,
        ">" => order > 0,
        _ => order >= 0,
    };

    private static bool Passes(string test, IReadOnlyList<Operand> arguments, JsonObject item)
    {
        var subject = Value(arguments[0], item);
        var other = arguments.Count > 1 ? Value(arguments[1], item) : null;
        return test switch
        {
            "attribute_exists" => subject is not null,
            "attribute_not_exists" => subject is null,
            "attribute_type" => subject is not null && other is not null && AttributeValue.TypeOf(other) == "S" && AttributeValue.TypeOf(subject) == AttributeValue.TextOf(other),
            "begins_with" => subject is not null && other is not null && Begins(subject, other),
            _ => subject is not null && other is not null && Contains(subject, other),
        };
    }

    private static bool Begins(Json subject, Json start) => (AttributeValue.TypeOf(subject), AttributeValue.TypeOf(start)) switch
    {
        ("S", "S") => AttributeValue.TextOf(subject).StartsWith(AttributeValue.TextOf(start), StringComparison.Ordinal),
        ("B", "B") => Convert.FromBase64String(AttributeValue.TextOf(subject)).AsSpan().StartsWith(Convert.FromBase64String(AttributeValue.TextOf(start))),
        _ => false,
    };

    private static bool Contains(Json subject, Json part) => (AttributeValue.TypeOf(subject), AttributeValue.TypeOf(part)) switch
    {
        ("S", "S") => AttributeValue.TextOf(subject).Contains(AttributeValue.TextOf(part), StringComparison.Ordinal),
        ("B", "B") => Convert.FromBase64String(AttributeValue.TextOf(subject)).AsSpan().IndexOf(Convert.FromBase64String(AttributeValue.TextOf(part))) >= 0,
        ("SS", "S") or ("NS", "N") or ("BS", "B") => AttributeValue.Elements(subject).Contains(AttributeValue.TextOf(part), StringComparer.Ordinal),
        ("L", _) => ((JsonArray)AttributeValue.ContentOf(subject)).Any(element => AttributeValue.AreSame(element, part)),
        _ => false,
    };

    private static Json? Value(Operand operand, JsonObject item) => operand switch
    {
        Operand.At at => at.Path.Find(item),
        Operand.Given given => given.Value,
        Operand.SizeOf size => Value(size.Of, item) is { } value && Size(value) is { } count ? JsonObject.Of(("N", Json.Of(count.ToString()))) : null,
        _ => throw new UnreachableException($"no arm for {operand.GetType().Name}"),
    };

    private static int? Size(Json value) => AttributeValue.TypeOf(value) switch
    {
        "S" => Encoding.UTF8.GetByteCount(AttributeValue.TextOf(value)),
        "B" => Convert.FromBase64String(AttributeValue.TextOf(value)).Length,
        "M" => ((JsonObject)AttributeValue.ContentOf(value)).Count,
        "L" or "SS" or "NS" or "BS" => ((JsonArray)AttributeValue.ContentOf(value)).Count,
        _ => null,
    };
}
