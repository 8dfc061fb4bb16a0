using TaskOrchestration.StatesLanguage.Parsing.Fields;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Parsing.StateTypes;

/// <summary>Reads a Choice.</summary>
internal static class ChoiceParser
{
    private static readonly FieldRules Rules = new(
        ["Type", "Comment", "QueryLanguage", "Assign", "Choices", "Default"],
        ["InputPath", "OutputPath"],
        ["Output"]);

    public static ChoiceState Parse(string name, FieldReader reader)
    {
        Rules.Check(reader);
        reader.Require("Choices");
        if (reader.Find("Choices") is JsonArray { Count: 0 })
        {
            reader.ReportAt("Choices", "Expected at least one choice rule, found none");
        }

        return new ChoiceState
        {
            Name = name,
            Choices = [.. reader.Objects("Choices").Select(ParseRule)],
            Default = reader.Text("Default"),
        };
    }

    private static ChoiceRule ParseRule(FieldReader reader)
    {
        reader.Require("Next");
        return new ChoiceRule
        {
            Condition = ConditionParser.ParseRule(reader),
            Next = reader.Text("Next") ?? Targets.Unknown,
            Output = reader.IsJsonata ? Template.Read(reader, "Output") : null,
            Assign = Assignments.Read(reader),
            Comment = reader.Text("Comment"),
        };
    }
}
