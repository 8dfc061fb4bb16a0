using TaskOrchestration.StatesLanguage.Expressions;
using TaskOrchestration.StatesLanguage.Parsing.Fields;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Parsing.StateTypes;

/// <summary>Reads what a choice rule asks of the data.</summary>
internal static class ConditionParser
{
    private static readonly string[] OfRules = ["Next", "Assign", "Comment"];
    private static readonly string[] Combinations = ["And", "Or", "Not"];
    private static readonly string[] JsonPathFields = [.. Combinations, "Variable", .. Operators.Names];
    private static readonly FieldRules Rules = new(OfRules, JsonPathFields, ["Condition", "Output"]);
    private static readonly FieldRules NestedRules = new(["Comment"], JsonPathFields, []);

    /// <summary>Stands for a condition that is missing, which has been reported.</summary>
    private static readonly Condition None = new Condition.And([]);

    /// <summary>The condition of a rule at the top of <c>Choices</c>.</summary>
    public static Condition ParseRule(FieldReader reader)
    {
        Rules.Check(reader);
        return reader.IsJsonata ? ParseExpression(reader) : ParseFields(reader);
    }

    private static Condition ParseExpression(FieldReader reader)
    {
        reader.Require("Condition");
        switch (reader.Find("Condition"))
        {
            case null:
                return None;
            case JsonBoolean fixedAnswer:
                return new Condition.Holds(new Expression.Constant(fixedAnswer));
            case JsonString text when JsonataText.IsExpression(text.Value):
                return new Condition.Holds(JsonataText.Read(text, reader.At("Condition"), reader.Scope.Problems));
            case var other:
                reader.ReportKindOrQuery("Condition", "Boolean", other);
                return None;
        }
    }

    private static Condition ParseNested(FieldReader reader)
    {
        NestedRules.Check(reader);
        reader.Text("Comment");
        return ParseFields(reader);
    }

    private static Condition ParseFields(FieldReader reader)
    {
        var operators = Operators.In(reader);
        var combination = Combinations.Where(reader.Has).ToArray();
        if (operators.Count + combination.Length != 1)
        {
            var found = operators.Count + combination.Length == 0 ? "none" : $"[{string.Join(", ", combination.Concat(operators))}]";
            reader.Report($"Expected exactly one comparison operator or one of [And, Or, Not], found {found}");
            return None;
        }

        if (operators.Count == 1)
        {
            return ComparisonParser.Parse(reader, operators[0]);
        }

        if (reader.Has("Variable"))
        {
            reader.Report($"Field 'Variable' is not supported beside '{combination[0]}'");
        }

        return combination[0] switch
        {
            "And" => new Condition.And(ParseList(reader, "And")),
            "Or" => new Condition.Or(ParseList(reader, "Or")),
            _ => reader.Object("Not") is { } negated ? new Condition.Not(ParseNested(negated)) : None,
        };
    }

    private static ValueList<Condition> ParseList(FieldReader reader, string name)
    {
        reader.RequireItems(name);
        return [.. reader.Objects(name).Select(ParseNested)];
    }
}
