using TaskOrchestration.StatesLanguage.Parsing.Fields;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.StatesLanguage.Parsing.StateTypes;

/// <summary>Reads what Task, Parallel and Map share.</summary>
internal static class WorkFields
{
    public static TState Read<TState>(TState state, FieldReader reader)
        where TState : WorkState
    {
        WorkState work = state;
        return (TState)(work with
        {
            ResultSelector = reader.IsJsonata ? null : Template.Read(reader, "ResultSelector"),
            ResultPath = PathFields.ResultTarget(reader),
            Retry = Retriers.Read(reader),
            Catch = Catchers.Read(reader),
        });
    }
}
