using TaskOrchestration.StatesLanguage.Parsing.Fields;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Parsing.StateTypes;

/// <summary>Reads a state of any type.</summary>
/// <remarks>There is always an answer, so that rules about the whole machine can be checked even when a field has been reported.</remarks>
internal static class StateParser
{
    public static State Parse(string name, FieldReader fields)
    {
        var reader = fields.In(Languages.OfState(fields));
        reader.Require("Type");
        var type = reader.OneOf("Type", "Task", "Pass", "Choice", "Wait", "Succeed", "Fail", "Parallel", "Map");
        State state = type switch
        {
            "Task" => TaskParser.Parse(name, reader),
            "Pass" => PassParser.Parse(name, reader),
            "Choice" => ChoiceParser.Parse(name, reader),
            "Wait" => WaitParser.Parse(name, reader),
            "Succeed" => SucceedParser.Parse(name, reader),
            "Fail" => FailParser.Parse(name, reader),
            "Parallel" => ParallelParser.Parse(name, reader),
            "Map" => MapParser.Parse(name, reader),
            _ => OfUnknownType(name, reader),
        };

        return state with
        {
            Comment = reader.Text("Comment"),
            QueryLanguage = reader.Language,
            InputPath = PathFields.DataPath(reader, "InputPath"),
            OutputPath = PathFields.DataPath(reader, "OutputPath"),
            Output = reader.IsJsonata ? Template.Read(reader, "Output") : null,
            Assign = Assignments.Read(reader),
        };
    }

    /// <summary>Takes the place of a state whose type is missing or unknown, which has been reported.</summary>
    private static PassState OfUnknownType(string name, FieldReader reader) => new()
    {
        Name = name,
        Transition = reader.Find("Next") is JsonString next ? new Transition.Next(next.Value) : new Transition.End(),
    };
}
