using TaskOrchestration.StatesLanguage.Expressions;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Executions;

/// <summary>How a Map state runs inline.</summary>
internal static class MapStep
{
    public static void Attempt(Execution execution, Strand strand, MapState state)
    {
        if (!DataFlow.TryInput(execution, strand, out var input, out var failure)
            || !TryWhole(execution, strand, state.MaxConcurrency, "MaxConcurrencyPath", input, out var maxConcurrency, out failure)
            || !TryItems(execution, strand, state, input, out var items, out failure))
        {
            Failing.Explained(execution, strand, failure!);
            return;
        }

        execution.Observation?.Saw(DataStage.MaxConcurrency, Json.Of(maxConcurrency ?? 0));
        execution.Record(strand, HistoryEventType.MapStateStarted, execution.IsRecording ? new HistoryDetails.MapStateStarted(items.Count) : null);
        if (!TryTolerance(execution, strand, state, input, items.Count, out var tolerated, out failure))
        {
            Failing.Explained(execution, strand, failure!);
            return;
        }

        ChildrenStep.Begin(execution, strand, new Work.Children(items.Count, maxConcurrency is > 0 and <= int.MaxValue ? (int)maxConcurrency : int.MaxValue)
        {
            Items = items,
            EffectiveInput = input,
            StartEvent = strand.LastEvent,
            ToleratedFailures = tolerated ?? 0,
            HasThreshold = tolerated is not null,
        });
    }

    private static bool TryItems(Execution execution, Strand strand, MapState state, Json input, out JsonArray items, out Failure? failure)
    {
        items = JsonArray.Empty;
        failure = null;
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

        if (value is JsonArray array)
        {
            items = array;
            execution.Observation?.Saw(DataStage.ItemsPath, array);
            return true;
        }

        failure = state.QueryLanguage == QueryLanguage.Jsonata ? NotItems(state, value)
            : new Failure(Failure.Runtime, $"Reference path \"{shownAs}\" must point to array.");
        return false;
    }

    private static Failure NotItems(MapState state, Json value) => state.Items is Expression.Query query
        ? QueryFailure.Within("Items", QueryFailure.UnexpectedType(query, "array", value))
        : QueryFailure.InField(location: null, $"Map state input must be an array but was: {value}");

    /// <summary>How many iterations may fail; null where the author sets no threshold.</summary>
    private static bool TryTolerance(Execution execution, Strand strand, MapState state, Json input, int count, out int? tolerated, out Failure? failure)
    {
        tolerated = null;
        if (!TryWhole(execution, strand, state.ToleratedFailureCount, "ToleratedFailureCountPath", input, out var byCount, out failure)
            || !TryNumber(execution, strand, state.ToleratedFailurePercentage, "ToleratedFailurePercentagePath", input, out var byShare, out failure))
        {
            return false;
        }

        failure = (byCount, byShare) switch
        {
            ( < 0, _) => new Failure(Failure.Runtime, "ToleratedFailureCount cannot be negative."),
            (_, < 0 or > 100) => new Failure(Failure.Runtime, "ToleratedFailurePercentage must be between 0 and 100."),
            _ => null,
        };
        SawTolerance(execution, byCount, byShare);
        if (failure is null && (byCount is not null || byShare is not null))
        {
            // Whichever threshold is passed first fails the Map.
            tolerated = (int)Math.Min(byCount ?? count, byShare is { } share ? Math.Floor(share * count / 100) : count);
        }

        return failure is null;
    }

    private static void SawTolerance(Execution execution, long? byCount, double? byShare)
    {
        if (byCount is not null)
        {
            execution.Observation?.Saw(DataStage.ToleratedFailureCount, Json.Of(byCount.Value));
        }

        if (byShare is not null)
        {
            execution.Observation?.Saw(DataStage.ToleratedFailurePercentage, Json.Of(byShare.Value));
        }
    }

    private static bool TryWhole(Execution execution, Strand strand, Expression? expression, string field, Json input, out long? whole, out Failure? failure)
    {
        if (expression is Expression.Query query)
        {
            return QueriedNumber.TryWhole(query, Queried(field), least: 0, execution.Scope.At(strand, input), execution.Entropy, out whole, out failure);
        }

        var found = TryNumber(execution, strand, expression, field, input, out var number, out failure);
        whole = (long?)number;
        return found;
    }

    private static bool TryNumber(Execution execution, Strand strand, Expression? expression, string field, Json input, out double? number, out Failure? failure)
    {
        number = null;
        failure = null;
        if (expression is null)
        {
            return true;
        }

        var scope = execution.Scope.At(strand, input);
        if (expression is Expression.Query query)
        {
            return QueriedNumber.TryNumber(query, Queried(field), least: 0, most: 100, scope, execution.Entropy, out number, out failure);
        }

        if (!Evaluation.TryEvaluate(expression, field, scope, execution.Entropy, out var value, out failure))
        {
            return false;
        }

        number = value is JsonNumber given ? given.Value : Integer.Of(value);
        if (number is null)
        {
            failure = new Failure(
                Failure.Runtime,
                $"The {field} field refers to value \"{(value is JsonString text ? text.Value : value)}\" which is not a valid integer: {(expression as Expression.PathTo)?.Path.Text}");
        }

        return number is not null;
    }

    /// <summary>The field by its name in JSONata, which has no twin that takes a path.</summary>
    private static string Queried(string field) => field[..^"Path".Length];
}
