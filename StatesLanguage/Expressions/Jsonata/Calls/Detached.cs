using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;

/// <summary>A function that was handed to another as an argument: the context of the place where it is called then does not stand in for what is not given.</summary>
internal sealed class Detached : Function
{
    private readonly Function function;

    private Detached(Function function) => this.function = function;

    /// <inheritdoc/>
    public override int Arity => function.Arity;

    /// <summary>An argument as the function gets it.</summary>
    public static Json? From(Json? argument) => argument is Function { TakesContext: true } function ? new Detached(function) : argument;

    /// <inheritdoc/>
    public override Json? Apply(Evaluation evaluation, Json? input, ReadOnlySpan<Json?> arguments) => function.Apply(evaluation, Json.Null, arguments);

    /// <inheritdoc/>
    public override Json? ApplyUnchecked(Evaluation evaluation, ReadOnlySpan<Json?> arguments) => function.ApplyUnchecked(evaluation, arguments);
}
