using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.StatesLanguage.Parsing.Fields;

/// <summary>Reads a <c>Catch</c> field.</summary>
internal static class Catchers
{
    private static readonly FieldRules Rules = new(["ErrorEquals", "Next", "Assign", "Comment"], ["ResultPath"], ["Output"]);

    public static ValueList<Catcher> Read(FieldReader state)
    {
        var items = state.Objects("Catch");
        var catchers = new Catcher[items.Count];
        for (var i = 0; i < catchers.Length; i++)
        {
            catchers[i] = Read(items[i], isLast: i == catchers.Length - 1);
        }

        return [.. catchers];
    }

    private static Catcher Read(FieldReader reader, bool isLast)
    {
        Rules.Check(reader);
        reader.Require("ErrorEquals", "Next");
        return new Catcher
        {
            ErrorEquals = ErrorNames.Read(reader, isLast),
            Next = reader.Text("Next") ?? Targets.Unknown,
            ResultPath = PathFields.ResultTarget(reader),
            Output = reader.IsJsonata ? Template.Read(reader, "Output") : null,
            Assign = Assignments.Read(reader),
            Comment = reader.Text("Comment"),
        };
    }
}
