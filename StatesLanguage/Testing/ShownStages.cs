using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Testing;

/// <summary>Which stages AWS shows for which states. More is seen than shown: a Parallel has an effective input, too.</summary>
internal static class ShownStages
{
    private static readonly DataStage[] OfJsonPathOnly =
        [DataStage.InputPath, DataStage.ItemsPath, DataStage.ResultSelector, DataStage.ResultPath];

    public static IReadOnlyDictionary<DataStage, Json> Of(State state, IReadOnlyDictionary<DataStage, Json> seen) =>
        seen.Where(stage => IsShown(state, stage.Key)).ToDictionary();

    private static bool IsShown(State state, DataStage stage) =>
        (state.QueryLanguage == QueryLanguage.JsonPath || !OfJsonPathOnly.Contains(stage))
        && state switch
        {
            TaskState => true,
            PassState { QueryLanguage: QueryLanguage.Jsonata } => false,
            PassState { Result: not null } => stage is not (DataStage.InputPath or DataStage.Arguments),
            ParallelState => stage is not (DataStage.InputPath or DataStage.Arguments or DataStage.Result),
            MapState => stage is not (DataStage.Arguments or DataStage.Result),
            _ => true,
        };
}
