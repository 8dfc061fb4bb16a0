using System.Diagnostics;
using TaskOrchestration.StatesLanguage.Parsing.Fields;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.StatesLanguage.Validation;

/// <summary>Finds the JSONata expressions in the fields of a state.</summary>
internal static class StateQueries
{
    /// <summary>All of them, those of inner graphs left out.</summary>
    public static IEnumerable<PlacedQuery> Of(State state, Place place)
    {
        var known = state is WorkState ? StatesKnowledge.Result : StatesKnowledge.Input;
        return OfOwnFields(state, place)
            .Concat(PlacedQuery.In(state.Output, place.Member("Output"), known))
            .Concat(PlacedQuery.In(state.Assign, place, known));
    }

    private static IEnumerable<PlacedQuery> OfOwnFields(State state, Place place) => state switch
    {
        TaskState task => OfWork(task, place)
            .Concat(PlacedQuery.In(task.TimeoutSeconds, place.Member("TimeoutSeconds")))
            .Concat(PlacedQuery.In(task.HeartbeatSeconds, place.Member("HeartbeatSeconds"))),
        MapState map => OfWork(map, place).Concat(OfMap(map, place)),
        ParallelState parallel => OfWork(parallel, place),
        ChoiceState choice => choice.Choices.SelectMany((rule, i) => OfRule(rule, place.Member("Choices").Item(i))),
        WaitState { Delay: Delay.For pause } => PlacedQuery.In(pause.Seconds, place.Member("Seconds")),
        WaitState { Delay: Delay.Until pause } => PlacedQuery.In(pause.Timestamp, place.Member("Timestamp")),
        FailState fail => PlacedQuery.In(fail.Error, place.Member("Error")).Concat(PlacedQuery.In(fail.Cause, place.Member("Cause"))),
        PassState or SucceedState => [],
        _ => throw new UnreachableException($"expected one of the eight state types, found {state.GetType()}"),
    };

    private static IEnumerable<PlacedQuery> OfWork(WorkState work, Place place) => PlacedQuery.In(work.Arguments, place.Member("Arguments"))
        .Concat(work.Catch.SelectMany((catcher, i) => OfCatcher(catcher, place.Member("Catch").Item(i))));

    private static IEnumerable<PlacedQuery> OfCatcher(Catcher catcher, Place place) =>
        PlacedQuery.In(catcher.Output, place.Member("Output"), StatesKnowledge.ErrorOutput)
            .Concat(PlacedQuery.In(catcher.Assign, place, StatesKnowledge.ErrorOutput));

    private static IEnumerable<PlacedQuery> OfRule(ChoiceRule rule, Place place) =>
        PlacedQuery.In((rule.Condition as Condition.Holds)?.Expression, place.Member("Condition"))
            .Concat(PlacedQuery.In(rule.Output, place.Member("Output")))
            .Concat(PlacedQuery.In(rule.Assign, place));

    private static IEnumerable<PlacedQuery> OfMap(MapState map, Place place) => PlacedQuery.In(map.Items, place.Member("Items"))
        .Concat(PlacedQuery.In(map.ItemSelector, place.Member("ItemSelector")))
        .Concat(PlacedQuery.In(map.MaxConcurrency, place.Member("MaxConcurrency")))
        .Concat(PlacedQuery.In(map.ToleratedFailureCount, place.Member("ToleratedFailureCount")))
        .Concat(PlacedQuery.In(map.ToleratedFailurePercentage, place.Member("ToleratedFailurePercentage")))
        .Concat(map.Distribution is { } distribution ? OfDistribution(distribution, place) : []);

    private static IEnumerable<PlacedQuery> OfDistribution(Distribution distribution, Place place)
    {
        var reader = place.Member("ItemReader");
        var batcher = place.Member("ItemBatcher");
        return PlacedQuery.In(distribution.ItemReader?.Arguments, reader.Member("Arguments"))
            .Concat(PlacedQuery.In(distribution.ItemReader?.MaxItems, reader.Member("ReaderConfig").Member("MaxItems")))
            .Concat(PlacedQuery.In(distribution.ItemBatcher?.MaxItemsPerBatch, batcher.Member("MaxItemsPerBatch")))
            .Concat(PlacedQuery.In(distribution.ItemBatcher?.MaxInputBytesPerBatch, batcher.Member("MaxInputBytesPerBatch")))
            .Concat(PlacedQuery.In(distribution.ItemBatcher?.BatchInput, batcher.Member("BatchInput")))
            .Concat(PlacedQuery.In(distribution.ResultWriter?.Arguments, place.Member("ResultWriter").Member("Arguments")));
    }
}
