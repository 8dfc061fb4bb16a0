using TaskOrchestration.StatesLanguage.Expressions;
using TaskOrchestration.StatesLanguage.Parsing.Fields;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Parsing.StateTypes;

/// <summary>Reads the comparison of a variable.</summary>
internal static class ComparisonParser
{
    /// <summary>Stands for a path that is missing, which has been reported.</summary>
    private static readonly ValuePath Root = ValuePath.Parse("$");

    public static Condition Parse(FieldReader reader, string name)
    {
        reader.Require("Variable");
        var variable = PathFields.ValuePath(reader, "Variable") ?? Root;
        var (comparison, comparesToPath) = Operators.Named(name);
        if (comparesToPath)
        {
            return new Condition.ComparePath(variable, comparison, PathFields.ValuePath(reader, name) ?? Root);
        }

        var value = reader.Find(name)!;
        Check(reader, name, comparison, value);
        return new Condition.Compare(variable, comparison, value);
    }

    private static void Check(FieldReader reader, string name, Comparison comparison, Json value)
    {
        var expected = Expected(comparison);
        var isRight = expected switch
        {
            JsonKind.String => value is JsonString,
            JsonKind.Number => value is JsonNumber,
            _ => value is JsonBoolean,
        };

        if (!isRight)
        {
            reader.ReportKind(name, expected.ToString(), value);
        }
        else if (value is JsonString text)
        {
            CheckText(reader, name, comparison, text.Value);
        }
    }

    private static JsonKind Expected(Comparison comparison) => comparison switch
    {
        <= Comparison.StringMatches => JsonKind.String,
        >= Comparison.NumericEquals and <= Comparison.NumericGreaterThanEquals => JsonKind.Number,
        >= Comparison.TimestampEquals and <= Comparison.TimestampGreaterThanEquals => JsonKind.String,
        _ => JsonKind.Boolean,
    };

    private static void CheckText(FieldReader reader, string name, Comparison comparison, string text)
    {
        if (comparison >= Comparison.TimestampEquals)
        {
            if (!Timestamps.IsTimestamp(text))
            {
                reader.ReportAt(name, "String does not match RFC3339 timestamp");
            }
        }
        else if (LooksComputed.Test(text))
        {
            reader.Scope.Problems.Warn(
                ProblemCode.NoPath,
                $"The value of the field '{name}' looks like a path. To compare to what it finds, use a field whose name ends in 'Path'",
                reader.At(name));
        }
    }
}
