using System.Diagnostics.CodeAnalysis;
using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Compiling;
using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Syntax;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata;

/// <summary>An expression of the JSONata language, read once and evaluated any number of times, by any number of threads.</summary>
/// <seealso href="https://docs.jsonata.org">The language's documentation</seealso>
public sealed class JsonataExpression : IEquatable<JsonataExpression>
{
    private readonly CompiledExpression compiled;
    private readonly JsonataOptions options;

    private JsonataExpression(string text, CompiledExpression compiled, JsonataOptions options)
    {
        Text = text;
        this.compiled = compiled;
        this.options = options;
    }

    /// <summary>The expression as it was written.</summary>
    public string Text { get; }

    /// <summary>Every use of something from outside the expression, in the order of the text.</summary>
    public IReadOnlyList<JsonataReference> References => compiled.References;

    /// <summary>Reads an expression.</summary>
    /// <exception cref="JsonataException">The text is not one; the error says where.</exception>
    public static JsonataExpression Parse(string text, JsonataOptions? options = null) =>
        TryParse(text, out var expression, out var error, options) ? expression : throw new JsonataException(error);

    /// <summary>Reads an expression, or says why the text is not one.</summary>
    public static bool TryParse(
        string text,
        [NotNullWhen(true)] out JsonataExpression? expression,
        [NotNullWhen(false)] out JsonataError? error,
        JsonataOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        options ??= JsonataOptions.Aws;
        try
        {
            var root = Shaper.Shape(Parser.Parse(text, options.Dialect));
            expression = new JsonataExpression(text, Compiler.Compile(root, options), options);
            error = null;
            return true;
        }
        catch (JsonataFailure failure)
        {
            expression = null;
            error = failure.ToError();
            return false;
        }
    }

    /// <summary>The value for an input, null being undefined. What goes wrong in the expression is in the result, never thrown.</summary>
    public JsonataResult Evaluate(Json? input, IJsonataScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        try
        {
            var evaluation = new Evaluation(scope, options, input, compiled.Externals);
            var context = input is JsonArray ? JsonArray.Owning([input], ArrayRole.Sequence | ArrayRole.Wrapper) : input;
            return Settlement.Of(compiled.Root.Evaluate(context, frame: null, evaluation), scope.Limits);
        }
        catch (JsonataFailure failure)
        {
            return JsonataResult.Failed(failure.ToError());
        }
    }

    /// <inheritdoc/>
    public bool Equals(JsonataExpression? other) => other is not null && string.Equals(Text, other.Text, StringComparison.Ordinal) && options == other.options;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as JsonataExpression);

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    /// <summary>The expression as it was written.</summary>
    public override string ToString() => Text;
}
