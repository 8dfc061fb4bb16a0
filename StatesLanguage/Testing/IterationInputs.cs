using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.MapRuns;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Testing;

/// <summary>Makes the inputs of a Map's iterations and shows them, as far as they are not the items themselves.</summary>
internal static class IterationInputs
{
    /// <summary>Those of iterations in the execution itself.</summary>
    public static bool TryShow(Execution execution, Strand strand, Work.Children children, StateObservation observation, out Failure? mistake)
    {
        mistake = null;
        if (strand.State is not MapState { ItemSelector: not null })
        {
            return true;
        }

        var inputs = new Json[children.Count];
        for (var i = 0; i < inputs.Length; i++)
        {
            if (!ChildrenStep.TryInput(execution, strand, children, i, out var input, out mistake))
            {
                return false;
            }

            inputs[i] = input!;
        }

        observation.Saw(DataStage.ItemSelector, JsonArray.Of(inputs));
        return true;
    }

    /// <summary>Those of a Map Run's children.</summary>
    public static bool TryShow(MapRunRequest request, MapState map, IReadOnlyList<MapItem> items, ExecutionLimits limits, StateObservation observation, out Failure? mistake)
    {
        mistake = null;
        if (request.Source is ItemSource.Read { Config.ItemsPointer: not null })
        {
            observation.Saw(DataStage.ItemsPointer, JsonArray.Of(items.Select(item => item.Input)));
        }

        if (map.ItemSelector is not null)
        {
            if (!TryMake(request with { Batching = null }, map, items, limits, out var selected, out mistake))
            {
                return false;
            }

            observation.Saw(DataStage.ItemSelector, selected);
        }

        if (request.Batching is not null)
        {
            if (!TryMake(request, map, items, limits, out var batches, out mistake))
            {
                return false;
            }

            observation.Saw(DataStage.ItemBatcher, batches);
        }

        return true;
    }

    private static bool TryMake(MapRunRequest request, MapState map, IReadOnlyList<MapItem> items, ExecutionLimits limits, out JsonArray made, out Failure? mistake)
    {
        mistake = null;
        var maker = new ChildInputs(request, map, limits);
        var inputs = new List<Json>();
        made = JsonArray.Empty;
        foreach (var item in items)
        {
            if (!maker.TryAdd(item, out var ready, out mistake))
            {
                return false;
            }

            if (ready is not null)
            {
                inputs.Add(ready.Input);
            }
        }

        if (maker.Rest() is { } rest)
        {
            inputs.Add(rest.Input);
        }

        made = JsonArray.Of(inputs);
        return true;
    }
}
