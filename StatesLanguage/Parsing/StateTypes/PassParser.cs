using TaskOrchestration.StatesLanguage.Parsing.Fields;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Parsing.StateTypes;

/// <summary>Reads a Pass.</summary>
internal static class PassParser
{
    private static readonly FieldRules Rules = new(
        ["Type", "Comment", "QueryLanguage", "Next", "End", "Assign"],
        ["InputPath", "OutputPath", "Parameters", "Result", "ResultPath"],
        ["Output"]);

    public static PassState Parse(string name, FieldReader reader)
    {
        Rules.Check(reader);
        var result = reader.IsJsonata ? null : reader.Find("Result");
        if (result is JsonString text && LooksComputed.Test(text.Value))
        {
            reader.Scope.Problems.Warn(
                ProblemCode.PassResultIsStatic,
                "The Result of a Pass is taken as it stands. To have a path evaluated, use Parameters",
                reader.At("Result"));
        }

        return new PassState
        {
            Name = name,
            Result = result,
            Parameters = reader.IsJsonata ? null : Template.Read(reader, "Parameters"),
            ResultPath = PathFields.ResultTarget(reader),
            Transition = Targets.Read(reader),
        };
    }
}
