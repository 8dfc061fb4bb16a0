using TaskOrchestration.StatesLanguage.Expressions;
using TaskOrchestration.StatesLanguage.Parsing.Fields;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Parsing.StateTypes;

/// <summary>Reads a Wait.</summary>
internal static class WaitParser
{
    private static readonly FieldRules Rules = new(
        ["Type", "Comment", "QueryLanguage", "Next", "End", "Assign", "Seconds", "Timestamp"],
        ["InputPath", "OutputPath", "SecondsPath", "TimestampPath"],
        ["Output"]);

    /// <summary>Stands for a delay that is missing, which has been reported.</summary>
    private static readonly Delay None = new Delay.For(new Expression.Constant(Json.Of(0)));

    public static WaitState Parse(string name, FieldReader reader)
    {
        Rules.Check(reader);
        return new WaitState
        {
            Name = name,
            Delay = ReadDelay(reader),
            Transition = Targets.Read(reader),
        };
    }

    private static Delay ReadDelay(FieldReader reader)
    {
        string[] fields = reader.IsJsonata ? ["Seconds", "Timestamp"] : ["Seconds", "SecondsPath", "Timestamp", "TimestampPath"];
        var present = fields.Where(reader.Has).ToArray();
        if (present.Length != 1)
        {
            var found = present.Length == 0 ? "none" : $"[{string.Join(", ", present)}]";
            reader.Report($"Expected exactly one of the fields [{string.Join(", ", fields)}], found {found}");
            return None;
        }

        return present[0] switch
        {
            "Seconds" when NumberFields.Integer(reader, "Seconds", 0) is { } seconds => new Delay.For(seconds),
            "SecondsPath" when PathFields.Path(reader, "SecondsPath") is { } path => new Delay.For(path),
            "Timestamp" when ReadTimestamp(reader) is { } timestamp => new Delay.Until(timestamp),
            "TimestampPath" when PathFields.Path(reader, "TimestampPath") is { } path => new Delay.Until(path),
            _ => None,
        };
    }

    private static Expression? ReadTimestamp(FieldReader reader)
    {
        const string Name = "Timestamp";
        if (reader.Text(Name) is not { } text)
        {
            return null;
        }

        if (reader.IsJsonata && JsonataText.IsExpression(text))
        {
            return JsonataText.Read(JsonString.Of(text), reader.At(Name), reader.Scope.Problems);
        }

        if (Timestamps.IsTimestamp(text))
        {
            return new Expression.Constant(Json.Of(text));
        }

        reader.ReportAt(Name, "String does not match RFC3339 timestamp");
        return null;
    }
}
