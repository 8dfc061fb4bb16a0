using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Operations;

/// <summary>A call: <c>f(a, b)</c>.</summary>
/// <param name="procedure">What comes to the function.</param>
/// <param name="name">What messages call the function.</param>
/// <param name="suggestion">The variable that was perhaps meant, where the <c>$</c> is missing.</param>
/// <param name="arguments">The arguments.</param>
/// <param name="position">Where, for errors.</param>
internal sealed class Call(Operation procedure, string? name, Operation? suggestion, IReadOnlyList<Operation> arguments, int position) : Operation
{
    private readonly Operation[] arguments = [.. arguments];

    /// <summary>Whether a lone result stays a list.</summary>
    public bool KeepsArray { get; init; }

    /// <summary>Whether predicates follow, which want the results as they are.</summary>
    public bool IsFiltered { get; init; }

    /// <inheritdoc/>
    public override Json? Evaluate(Json? input, Frame? frame, Evaluation evaluation)
    {
        evaluation.Enter();
        var function = Procedure(input, frame, evaluation);
        var result = function is Lambda { Code: { Signature: null } code } lambda
            ? Applied(lambda, Slots(code, input, frame, evaluation), input, evaluation)
            : Applied(function, input, frame, evaluation);
        evaluation.Leave();
        return IsFiltered ? result : Sequences.Settled(result, KeepsArray);
    }

    /// <summary>The result with one more argument put before the others, as <c>~></c> does; not settled yet.</summary>
    public Json? EvaluateWith(Json? first, Json? input, Frame? frame, Evaluation evaluation)
    {
        evaluation.Enter();
        var function = Procedure(input, frame, evaluation);
        var values = new Json?[arguments.Length + 1];
        values[0] = first;
        Fill(values.AsSpan(1), function is Lambda, input, frame, evaluation);
        var result = Applied(function, values, input, evaluation);
        evaluation.Leave();
        return result;
    }

    /// <summary>The result of this as a tail call, but for a tail call that it may end in itself.</summary>
    /// <param name="input">The context of the call.</param>
    /// <param name="frame">The variables of the call.</param>
    /// <param name="outerInput">The context of the call that the tail call is made for.</param>
    /// <param name="evaluation">The evaluation under way.</param>
    public Json? MadeOnce(Json? input, Frame? frame, Json? outerInput, Evaluation evaluation)
    {
        var function = Procedure(input, frame, evaluation);
        var values = new Json?[arguments.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = arguments[i].Evaluate(input, frame, evaluation);
        }

        try
        {
            return function is Lambda lambda
                ? lambda.ApplyOnce(evaluation, outerInput, values)
                : evaluation.Nested(function.Apply(evaluation, outerInput, values));
        }
        catch (JsonataFailure failure) when (!Locate(failure))
        {
            throw;
        }
    }

    private Function Procedure(Json? input, Frame? frame, Evaluation evaluation)
    {
        var value = procedure.Evaluate(input, frame, evaluation);
        if (value is Function function)
        {
            return function;
        }

        var isMeant = value is null && suggestion?.Evaluate(input, frame, evaluation) is not null;
        throw new JsonataFailure(isMeant ? "T1005" : "T1006") { Token = name, Position = position };
    }

    private Json?[] Slots(LambdaCode code, Json? input, Frame? frame, Evaluation evaluation)
    {
        var slots = new Json?[code.Slots];
        for (var i = 0; i < arguments.Length; i++)
        {
            var value = arguments[i].Evaluate(input, frame, evaluation);
            if (i < code.Parameters)
            {
                slots[i] = Frame.Written(Detached.From(value));
            }
        }

        for (var i = arguments.Length; i < code.Parameters; i++)
        {
            slots[i] = Frame.Written(null);
        }

        return slots;
    }

    private Json? Applied(Lambda lambda, Json?[] slots, Json? input, Evaluation evaluation)
    {
        try
        {
            return TailCall.Carried(lambda.Run(evaluation, slots), input, evaluation);
        }
        catch (JsonataFailure failure) when (!Locate(failure))
        {
            throw;
        }
    }

    private Json? Applied(Function function, Json? input, Frame? frame, Evaluation evaluation)
    {
        if (arguments.Length > ArgumentBuffer.Length)
        {
            var values = new Json?[arguments.Length];
            Fill(values, function is Lambda, input, frame, evaluation);
            return Applied(function, values, input, evaluation);
        }

        var buffer = default(ArgumentBuffer);
        Span<Json?> span = buffer;
        span = span[..arguments.Length];
        Fill(span, function is Lambda, input, frame, evaluation);
        return Applied(function, span, input, evaluation);
    }

    private void Fill(Span<Json?> values, bool isDetaching, Json? input, Frame? frame, Evaluation evaluation)
    {
        for (var i = 0; i < arguments.Length; i++)
        {
            var value = arguments[i].Evaluate(input, frame, evaluation);
            values[i] = isDetaching ? Detached.From(value) : value;
        }
    }

    private Json? Applied(Function function, ReadOnlySpan<Json?> values, Json? input, Evaluation evaluation)
    {
        try
        {
            return evaluation.Nested(function.Apply(evaluation, input, values));
        }
        catch (JsonataFailure failure) when (!Locate(failure))
        {
            throw;
        }
    }

    /// <summary>Says where a failure within the function was; the outermost call has the last word.</summary>
    /// <returns>True, so that a filter lets the failure pass.</returns>
    private bool Locate(JsonataFailure failure)
    {
        failure.Token ??= name;
        failure.Position = position;
        return true;
    }
}
