using System.Diagnostics.CodeAnalysis;
using TaskOrchestration.StatesLanguage.Expressions;
using TaskOrchestration.StatesLanguage.MapRuns;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Executions;

/// <summary>The numbers in the fields of a Map.</summary>
internal static class MapNumbers
{
    /// <summary>How many failures are tolerated; both parts are null where the author sets no threshold.</summary>
    public static bool TryTolerance(Execution execution, Strand strand, MapState state, Json input, out MapRunTolerance tolerance, [NotNullWhen(false)] out Failure? failure)
    {
        tolerance = MapRunTolerance.None;
        if (!TryWhole(execution, strand, new(state.ToleratedFailureCount, "ToleratedFailureCount"), input, out var count, out failure)
            || !TryNumber(execution, strand, new(state.ToleratedFailurePercentage, "ToleratedFailurePercentage"), input, out var percentage, out failure))
        {
            return false;
        }

        Show(execution, strand, count, percentage);
        tolerance = new MapRunTolerance(count, percentage);
        failure = tolerance switch
        {
            { Count: < 0 } => new Failure(Failure.Runtime, "ToleratedFailureCount cannot be negative."),
            { Percentage: < 0 or > 100 } => new Failure(Failure.Runtime, "ToleratedFailurePercentage must be between 0 and 100."),
            _ => null,
        };
        return failure is null;
    }

    /// <summary>A whole number, or null where the field is absent.</summary>
    public static bool TryWhole(Execution execution, Strand strand, NumberField field, Json input, out long? whole, [NotNullWhen(false)] out Failure? failure)
    {
        if (field.Expression is Expression.Query query)
        {
            return QueriedNumber.TryWhole(query, field.Place + field.Name, field.Least, execution.Scope.At(strand, input), execution.Entropy, out whole, out failure);
        }

        var found = TryNumber(execution, strand, field, input, out var number, out failure);
        whole = (long?)number;
        return found;
    }

    private static bool TryNumber(Execution execution, Strand strand, NumberField field, Json input, out double? number, [NotNullWhen(false)] out Failure? failure)
    {
        number = null;
        failure = null;
        if (field.Expression is not { } expression)
        {
            return true;
        }

        var scope = execution.Scope.At(strand, input);
        if (expression is Expression.Query query)
        {
            return QueriedNumber.TryNumber(query, field.Place + field.Name, field.Least, most: 100, scope, execution.Entropy, out number, out failure);
        }

        var path = (expression as Expression.PathTo)?.Path;
        var name = path is null ? field.Name : field.Name + "Path";
        if (!Evaluation.TryEvaluate(expression, name, scope, execution.Entropy, out var value, out failure))
        {
            return false;
        }

        number = value is JsonNumber given ? given.Value : Integer.Of(value);
        if (number is null)
        {
            failure = new Failure(
                Failure.Runtime,
                $"The {name} field refers to value \"{(value is JsonString text ? text.Value : value)}\" which is not a valid integer: {path?.Text}");
        }

        return failure is null;
    }

    private static void Show(Execution execution, Strand strand, long? count, double? percentage)
    {
        if (count is { } items)
        {
            execution.ObservationOf(strand)?.Saw(DataStage.ToleratedFailureCount, Json.Of(items));
        }

        if (percentage is { } share)
        {
            execution.ObservationOf(strand)?.Saw(DataStage.ToleratedFailurePercentage, Json.Of(share));
        }
    }
}
