using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Signatures;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;

/// <summary>A function of the library.</summary>
internal sealed class BuiltIn : Function
{
    private readonly BuiltInBody body;
    private readonly Signature? signature;
    private readonly int? arity;

    /// <summary>A function of the library.</summary>
    /// <param name="name">Its name, without <c>$</c>.</param>
    /// <param name="signature">Its signature, as in the language: <c>&lt;s-nn?:s&gt;</c>. Null checks nothing and hands the arguments on as they came.</param>
    /// <param name="body">What it does.</param>
    /// <param name="arity">How many parameters it has for higher-order functions, where these are not as many as in the signature.</param>
    public BuiltIn(string name, string? signature, BuiltInBody body, int? arity = null)
    {
        Name = name;
        this.body = body;
        this.signature = signature is null ? null : SignatureParser.Parse(signature);
        this.arity = arity;
    }

    /// <summary>The name, without <c>$</c>.</summary>
    public string Name { get; }

    /// <inheritdoc/>
    public override int Arity => arity ?? signature?.Count ?? 0;

    /// <inheritdoc/>
    public override bool TakesContext => signature is { TakesContext: true };

    /// <inheritdoc/>
    public override Json? Apply(Evaluation evaluation, Json? input, ReadOnlySpan<Json?> arguments)
    {
        if (signature is null || signature.Accepts(arguments))
        {
            return body(evaluation, arguments);
        }

        return ApplyUnchecked(evaluation, signature.Validate(arguments, input, evaluation.Options.Dialect));
    }

    /// <inheritdoc/>
    public override Json? ApplyUnchecked(Evaluation evaluation, ReadOnlySpan<Json?> arguments)
    {
        if (signature is null || arguments.Length >= signature.Count)
        {
            return body(evaluation, arguments);
        }

        var all = new Json?[signature.Count];
        arguments.CopyTo(all);
        return body(evaluation, all);
    }
}
