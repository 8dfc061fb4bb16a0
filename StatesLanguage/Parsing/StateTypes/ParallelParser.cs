using TaskOrchestration.StatesLanguage.Parsing.Fields;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.StatesLanguage.Parsing.StateTypes;

/// <summary>Reads a Parallel.</summary>
internal static class ParallelParser
{
    private static readonly FieldRules Rules = new(
        ["Type", "Comment", "QueryLanguage", "Next", "End", "Assign", "Retry", "Catch", "Branches"],
        ["InputPath", "OutputPath", "Parameters", "ResultSelector", "ResultPath"],
        ["Arguments", "Output"]);

    private static readonly FieldRules BranchRules = new(["Comment", "StartAt", "States"], [], []);

    public static ParallelState Parse(string name, FieldReader reader)
    {
        Rules.Check(reader);
        reader.Require("Branches");
        reader.RequireItems("Branches");
        var branches = new List<StateGraph>();
        foreach (var branch in reader.Objects("Branches"))
        {
            BranchRules.Check(branch);
            branches.Add(GraphParser.Parse(branch));
        }

        return WorkFields.Read(
            new ParallelState
            {
                Name = name,
                Branches = [.. branches],
                Arguments = Template.Read(reader, reader.IsJsonata ? "Arguments" : "Parameters"),
                Transition = Targets.Read(reader),
            },
            reader);
    }
}
