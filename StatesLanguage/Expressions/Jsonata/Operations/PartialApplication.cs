using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Operations;

/// <summary><c>f(a, ?)</c>: a function of the arguments that are still missing.</summary>
/// <param name="procedure">What comes to the function.</param>
/// <param name="name">What messages call the function.</param>
/// <param name="suggestion">The variable that was perhaps meant, where the <c>$</c> is missing.</param>
/// <param name="arguments">The arguments, null for each that is missing.</param>
/// <param name="position">Where, for errors.</param>
internal sealed class PartialApplication(Operation procedure, string? name, Operation? suggestion, IReadOnlyList<Operation?> arguments, int position) : Operation
{
    private readonly Operation?[] arguments = [.. arguments];

    /// <inheritdoc/>
    public override Json? Evaluate(Json? input, Frame? frame, Evaluation evaluation)
    {
        evaluation.Enter();
        var given = new Json?[arguments.Length];
        for (var i = 0; i < given.Length; i++)
        {
            given[i] = arguments[i] is { } argument ? argument.Evaluate(input, frame, evaluation) : Partial.Missing;
        }

        var value = procedure.Evaluate(input, frame, evaluation);
        if (value is not Function function)
        {
            var isMeant = value is null && suggestion?.Evaluate(input, frame, evaluation) is not null;
            throw new JsonataFailure(isMeant ? "T1007" : "T1008") { Token = name, Position = position };
        }

        evaluation.Leave();
        return new Partial(function, given);
    }
}
