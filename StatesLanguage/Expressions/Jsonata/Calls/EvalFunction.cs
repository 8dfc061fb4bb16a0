using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Compiling;
using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Signatures;
using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Syntax;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;

/// <summary><c>$eval</c>, which the plain language has and AWS does not. The expression in the text sees the scope's variables, not those that are bound around the call.</summary>
internal sealed class EvalFunction : Function
{
    private static readonly Signature Takes = SignatureParser.Parse("<sx?:x>");

    /// <inheritdoc/>
    public override int Arity => 2;

    /// <inheritdoc/>
    public override Json? Apply(Evaluation evaluation, Json? input, ReadOnlySpan<Json?> arguments)
    {
        ReadOnlySpan<Json?> given = Takes.Validate(arguments, input, evaluation.Options.Dialect);
        return given[0] is JsonString text ? Evaluated(text.Value, Context(input, given[1]), evaluation) : null;
    }

    private static Json? Context(Json? input, Json? given) => given is JsonArray list && !Sequences.IsSequence(list)
        ? JsonArray.Owning([list], ArrayRole.Sequence | ArrayRole.Wrapper)
        : given ?? input;

    private static Json? Evaluated(string text, Json? context, Evaluation evaluation)
    {
        var compiled = Read(text, evaluation.Options);
        var inner = new Evaluation(evaluation, compiled.Externals);
        try
        {
            var result = compiled.Root.Evaluate(context, frame: null, inner);
            evaluation.GoOnFrom(inner);
            return result;
        }
        catch (JsonataFailure failure) when (failure.Code is not "U1001")
        {
            throw new JsonataFailure("D3121") { Value = Json.Of(failure.ToError().Message) };
        }
    }

    private static CompiledExpression Read(string text, JsonataOptions options)
    {
        try
        {
            return Compiler.Compile(Shaper.Shape(Parser.Parse(text, options.Dialect)), options);
        }
        catch (JsonataFailure failure)
        {
            throw new JsonataFailure("D3120") { Value = Json.Of(failure.ToError().Message) };
        }
    }
}
