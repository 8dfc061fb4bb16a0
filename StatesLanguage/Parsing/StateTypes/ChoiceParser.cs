using TaskOrchestration.StatesLanguage.Parsing.Fields;
using TaskOrchestration.StatesLanguage.States;

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
        reader.RequireItems("Choices");
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
