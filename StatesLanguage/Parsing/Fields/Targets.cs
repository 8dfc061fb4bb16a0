using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.StatesLanguage.Parsing.Fields;

/// <summary>Reads where a state leads.</summary>
internal static class Targets
{
    /// <summary>Stands for a target that is missing, which has been reported. It is known by its identity: any text may be a target that an author wrote.</summary>
    public static readonly string Unknown = new(['?']);

    /// <summary>Whether a target is missing.</summary>
    public static bool IsUnknown(string target) => ReferenceEquals(target, Unknown);

    public static Transition Read(FieldReader state)
    {
        var next = state.Text("Next");
        var end = state.Flag("End");
        if (state.Has("Next") && end == true)
        {
            state.Report("Expected only one of the fields [Next, End], found both");
        }
        else if (!state.Has("Next") && end != true)
        {
            state.Report(state.Has("End")
                ? "These fields are required: [Next], because End is not true"
                : "These fields are required: [Next or End]");
        }

        return next is not null ? new Transition.Next(next) : new Transition.End();
    }
}
