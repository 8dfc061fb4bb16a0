using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;

/// <summary>A function some of whose arguments are given already.</summary>
internal sealed class Partial : Function
{
    private readonly Function function;
    private readonly Json?[] given;

    public Partial(Function function, Json?[] given)
    {
        this.function = function;
        this.given = given.Length > function.Arity && function is Lambda ? given[..function.Arity] : given;
        Arity = this.given.Count(argument => ReferenceEquals(argument, Missing));
    }

    /// <summary>Stands for an argument that is still to be given.</summary>
    public static Json Missing { get; } = JsonArray.Owning([], ArrayRole.Sequence);

    /// <inheritdoc/>
    public override int Arity { get; }

    /// <inheritdoc/>
    public override Json? Apply(Evaluation evaluation, Json? input, ReadOnlySpan<Json?> arguments)
    {
        var all = new Json?[given.Length];
        var next = 0;
        for (var i = 0; i < all.Length; i++)
        {
            all[i] = !ReferenceEquals(given[i], Missing) ? given[i] : next < arguments.Length ? arguments[next] : null;
            next += ReferenceEquals(given[i], Missing) ? 1 : 0;
        }

        evaluation.Enter();
        var result = function.ApplyUnchecked(evaluation, all);
        evaluation.Leave();
        return result;
    }
}
