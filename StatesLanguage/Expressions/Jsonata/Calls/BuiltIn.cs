using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;

/// <summary>A function of the library.</summary>
/// <param name="name">Its name, without <c>$</c>.</param>
/// <param name="signature">Its signature, as in the language: <c>&lt;s-nn?:s&gt;</c>. Null checks nothing and hands the arguments on as they came.</param>
/// <param name="body">What it does.</param>
internal sealed class BuiltIn(string name, string? signature, BuiltInBody body) : Function
{
    /// <summary>The name, without <c>$</c>.</summary>
    public string Name { get; } = name;

    /// <summary>The signature as text.</summary>
    public string? Signature { get; } = signature;

    /// <summary>How many parameters the body has; by default as many as the signature. jsonata-js has some bodies with fewer, and higher-order functions notice.</summary>
    public override int Arity => 0;

    /// <inheritdoc/>
    public override Json? Apply(Evaluation evaluation, Json? input, ReadOnlySpan<Json?> arguments) => body(evaluation, arguments);
}
