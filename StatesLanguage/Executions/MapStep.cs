using TaskOrchestration.StatesLanguage.Expressions;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.MapRuns;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Executions;

/// <summary>How a Map state runs: its iterations in the execution itself, or as a Map Run.</summary>
internal static class MapStep
{
    /// <summary>The revision of the rules from which on the items of a Map Run may be the members of an object.</summary>
    private const int MembersSince = 4;

    public static void Attempt(Execution execution, Strand strand, MapState state)
    {
        if (strand.UnfinishedMapRun is { } unfinished)
        {
            MapRunStep.GoOn(execution, strand, MapRunRequest.FromJson(unfinished));
            return;
        }

        if (!DataFlow.TryInput(execution, strand, out var input, out var failure)
            || !MapNumbers.TryWhole(execution, strand, new(state.MaxConcurrency, "MaxConcurrency"), input, out var maxConcurrency, out failure)
            || !TryItems(execution, strand, state, input, out var items, out failure))
        {
            Failing.Explained(execution, strand, failure!);
            return;
        }

        execution.ObservationOf(strand)?.Saw(DataStage.MaxConcurrency, Json.Of(maxConcurrency ?? 0));
        execution.Record(strand, HistoryEventType.MapStateStarted, execution.IsRecording ? new HistoryDetails.MapStateStarted(Count(items)) : null);
        if (!MapNumbers.TryTolerance(execution, strand, state, input, out var tolerance, out failure))
        {
            Failing.Explained(execution, strand, failure!);
        }
        else if (state.Distribution is { } distribution)
        {
            MapRunStep.Begin(execution, strand, distribution, input, items, maxConcurrency, tolerance);
        }
        else
        {
            BeginIterations(execution, strand, input, (JsonArray)items, maxConcurrency, tolerance);
        }
    }

    private static void BeginIterations(Execution execution, Strand strand, Json input, JsonArray items, long? maxConcurrency, MapRunTolerance tolerance) =>
        ChildrenStep.Begin(execution, strand, new Work.Children(items.Count, maxConcurrency is > 0 and <= int.MaxValue ? (int)maxConcurrency : int.MaxValue)
        {
            Items = items,
            EffectiveInput = input,
            StartEvent = strand.LastEvent,
            ToleratedFailures = ToleratedFailures(tolerance, items.Count),
            HasThreshold = tolerance != MapRunTolerance.None,
        });

    /// <summary>How many iterations may fail: whichever threshold is passed first fails the Map.</summary>
    private static int ToleratedFailures(MapRunTolerance tolerance, int count) => tolerance == MapRunTolerance.None
        ? 0
        : (int)Math.Min(tolerance.Count ?? count, tolerance.Percentage is { } share ? Math.Floor(share * count / 100) : count);

    /// <summary>
    /// The items in the data: an array, or an object whose members a Map Run takes for its items. There are none, and nobody looks for any, where an ItemReader reads them.
    /// </summary>
    private static bool TryItems(Execution execution, Strand strand, MapState state, Json input, out Json items, out Failure? failure)
    {
        items = JsonArray.Empty;
        failure = null;
        if (state.Distribution?.ItemReader is not null)
        {
            return true;
        }

        var value = input;
        var shownAs = "$";
        if (state.Items is { } expression)
        {
            var scope = execution.Scope.At(strand, input);
            if (expression is Expression.PathTo { Path: var path })
            {
                shownAs = path.Path.Text;
                if (!path.TryEvaluate(scope, out value, out var miss))
                {
                    failure = new Failure(Failure.Runtime, $"Invalid path '{path.Text}' : {miss.Message}");
                    return false;
                }
            }
            else if (!Evaluation.TryEvaluate(expression, "Items", scope, execution.Entropy, out value, out failure))
            {
                return false;
            }
        }

        if (value is JsonArray || (value is JsonObject && TakesMembers(execution, state)))
        {
            items = value;
            execution.ObservationOf(strand)?.Saw(DataStage.ItemsPath, value);
            return true;
        }

        failure = state.QueryLanguage == QueryLanguage.Jsonata ? NotItems(state, value)
            : new Failure(Failure.Runtime, $"Reference path \"{shownAs}\" must point to array.");
        return false;
    }

    /// <summary>As on AWS, only a Map Run does: iterations in the execution itself want an array.</summary>
    private static bool TakesMembers(Execution execution, MapState state) => state.Distribution is not null && execution.Start.Rules >= MembersSince;

    private static int Count(Json items) => items is JsonObject members ? members.Count : ((JsonArray)items).Count;

    private static Failure NotItems(MapState state, Json value) => state.Items is Expression.Query query
        ? QueryFailure.Within("Items", QueryFailure.UnexpectedType(query, "array", value))
        : QueryFailure.InField(location: null, $"Map state input must be an array but was: {value}");
}
