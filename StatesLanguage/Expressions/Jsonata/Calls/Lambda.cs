using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;

/// <summary>A function of the expression's own, with the context and the variables of the place where it was made.</summary>
internal sealed class Lambda(LambdaCode code, Json? context, Frame? outer) : Function
{
    /// <summary>What it does.</summary>
    public LambdaCode Code { get; } = code;

    /// <inheritdoc/>
    public override int Arity => Code.Parameters;

    /// <inheritdoc/>
    public override bool TakesContext => Code.Signature is { TakesContext: true };

    /// <inheritdoc/>
    public override Json? Apply(Evaluation evaluation, Json? input, ReadOnlySpan<Json?> arguments) =>
        TailCall.Carried(ApplyOnce(evaluation, input, arguments), input, evaluation);

    /// <inheritdoc/>
    public override Json? ApplyUnchecked(Evaluation evaluation, ReadOnlySpan<Json?> arguments) =>
        TailCall.Carried(Run(evaluation, Slots(arguments)), Json.Null, evaluation);

    /// <summary>Calls it, but for a tail call that it may end in.</summary>
    public Json? ApplyOnce(Evaluation evaluation, Json? input, ReadOnlySpan<Json?> arguments)
    {
        if (Code.Signature is { } signature)
        {
            arguments = signature.Validate(arguments, input, evaluation.Options.Dialect);
        }

        return Run(evaluation, Slots(arguments));
    }

    /// <summary>Runs it with a frame's slots filled as far as there are arguments.</summary>
    public Json? Run(Evaluation evaluation, Json?[] slots) => Code.Body.Evaluate(context, new Frame(outer, slots), evaluation);

    private Json?[] Slots(ReadOnlySpan<Json?> arguments)
    {
        var slots = new Json?[Code.Slots];
        for (var i = 0; i < Code.Parameters; i++)
        {
            slots[i] = Frame.Written(i < arguments.Length ? arguments[i] : null);
        }

        return slots;
    }
}
