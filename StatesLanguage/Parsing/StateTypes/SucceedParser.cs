using TaskOrchestration.StatesLanguage.Parsing.Fields;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.StatesLanguage.Parsing.StateTypes;

/// <summary>Reads a Succeed.</summary>
internal static class SucceedParser
{
    private static readonly FieldRules Rules = new(
        ["Type", "Comment", "QueryLanguage"],
        ["InputPath", "OutputPath"],
        ["Output"]);

    public static SucceedState Parse(string name, FieldReader reader)
    {
        Rules.Check(reader);
        return new SucceedState { Name = name };
    }
}
