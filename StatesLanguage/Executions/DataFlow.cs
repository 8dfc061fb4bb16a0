using System.Diagnostics.CodeAnalysis;
using TaskOrchestration.StatesLanguage.Expressions;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Executions;

/// <summary>How data goes into a state and out of it. All answers are false with a failure where the data does not fit.</summary>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/dg/concepts-input-output-filtering.html">Processing input and output</seealso>
internal static class DataFlow
{
    /// <summary>What InputPath leaves of the strand's input.</summary>
    public static bool TryInput(Execution execution, Strand strand, [NotNullWhen(true)] out Json? input, [NotNullWhen(false)] out Failure? failure)
    {
        if (!TryFilter(execution, strand, strand.State.InputPath, "InputPath", strand.Input, out input, out failure))
        {
            return false;
        }

        execution.ObservationOf(strand)?.Saw(DataStage.InputPath, input);
        return true;
    }

    /// <summary>What OutputPath leaves of a state's output.</summary>
    public static bool TryOutput(Execution execution, Strand strand, Json output, [NotNullWhen(true)] out Json? filtered, [NotNullWhen(false)] out Failure? failure) =>
        TryFilter(execution, strand, strand.State.OutputPath, "OutputPath", output, out filtered, out failure);

    /// <summary>What the field is called that makes a Task's or Parallel's effective input.</summary>
    public static string ArgumentsField(WorkState state) => state.QueryLanguage == QueryLanguage.Jsonata ? "Arguments" : "Parameters";

    /// <summary>What a template makes of a value; the value itself where there is none.</summary>
    public static bool TryTemplate(
        Execution execution,
        Strand strand,
        Expression? template,
        string field,
        Json input,
        [NotNullWhen(true)] out Json? value,
        [NotNullWhen(false)] out Failure? failure,
        long? task = null)
    {
        if (template is null)
        {
            value = input;
            failure = null;
            return true;
        }

        return Evaluation.TryEvaluate(template, field, execution.Scope.At(strand, input, task), execution.Entropy, out value, out failure);
    }

    /// <summary>A state's input with its result where ResultPath puts it.</summary>
    public static bool TryPlace(Strand strand, ResultTarget target, Json result, [NotNullWhen(true)] out Json? output, [NotNullWhen(false)] out Failure? failure)
    {
        failure = null;
        if (target is not ResultTarget.At at)
        {
            output = ReferenceEquals(target, ResultTarget.Discard) ? strand.Input : result;
            return true;
        }

        if (at.Path.TrySet(strand.Input, result, out output, out _))
        {
            return true;
        }

        failure = new Failure(
            Failure.ResultPathMatchFailure,
            $"Unable to apply step \"{at.Path.Text[2..]}\" to input {strand.Input}");
        return false;
    }

    /// <summary>The variables a field assigns, all worked out before any is set; null where it assigns none.</summary>
    public static bool TryAssign(
        Execution execution,
        Strand strand,
        ValueList<Assignment> assignments,
        Json input,
        out JsonObject? assigned,
        [NotNullWhen(false)] out Failure? failure) =>
        TryAssign(execution, execution.Scope.At(strand, input), assignments, out assigned, out failure);

    /// <summary>What a JSONata state that is left hands on, and the variables it assigns; neither sees what the other does.</summary>
    /// <param name="execution">The execution.</param>
    /// <param name="strand">The strand.</param>
    /// <param name="handover">What the state says of it.</param>
    /// <param name="otherwise">What is handed on where it says nothing.</param>
    /// <param name="result">What <c>$states.result</c> is, or null.</param>
    /// <param name="errorOutput">What <c>$states.errorOutput</c> is, or null.</param>
    /// <param name="output">What is handed on.</param>
    /// <param name="assigned">The variables, or null where it assigns none.</param>
    /// <param name="failure">Why there is nothing.</param>
    public static bool TryHandOver(
        Execution execution,
        Strand strand,
        Handover handover,
        Json otherwise,
        Json? result,
        Json? errorOutput,
        [NotNullWhen(true)] out Json? output,
        out JsonObject? assigned,
        [NotNullWhen(false)] out Failure? failure)
    {
        var scope = execution.Scope.AtEndOf(strand, result, errorOutput);
        output = otherwise;
        if (TryAssign(execution, scope, handover.Assign, out assigned, out failure)
            && (handover.Output is null || Evaluation.TryEvaluate(handover.Output, "Output", scope, execution.Entropy, out output, out failure)))
        {
            return true;
        }

        failure = QueryFailure.Within(handover.Place, failure!);
        return false;
    }

    private static bool TryAssign(
        Execution execution,
        EvaluationScope scope,
        ValueList<Assignment> assignments,
        out JsonObject? assigned,
        [NotNullWhen(false)] out Failure? failure)
    {
        assigned = null;
        failure = null;
        if (assignments.Count == 0)
        {
            return true;
        }

        var builder = new JsonObjectBuilder(assignments.Count);
        foreach (var (variable, expression) in assignments)
        {
            var field = expression is Expression.PathTo or Expression.Call ? variable + ".$" : variable;
            if (!Evaluation.TryEvaluate(expression, field, scope, execution.Entropy, out var value, out failure))
            {
                failure = QueryFailure.Within("Assign/", failure);
                return false;
            }

            builder.Set(variable, value);
        }

        assigned = builder.Build();
        return true;
    }

    private static bool TryFilter(
        Execution execution,
        Strand strand,
        DataPath path,
        string field,
        Json data,
        [NotNullWhen(true)] out Json? filtered,
        [NotNullWhen(false)] out Failure? failure)
    {
        failure = null;
        if (path is DataPath.At at)
        {
            var scope = execution.Scope.At(strand, data);
            if (at.Path.TryEvaluate(scope, out filtered, out var miss))
            {
                return true;
            }

            failure = new Failure(Failure.Runtime, $"Invalid path '{at.Path.Text}' : {miss.Message}");
            return false;
        }

        filtered = ReferenceEquals(path, DataPath.Nothing) ? JsonObject.Empty : data;
        return true;
    }
}
