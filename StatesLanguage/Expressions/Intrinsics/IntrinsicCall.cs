using System.Diagnostics.CodeAnalysis;

namespace TaskOrchestration.StatesLanguage.Expressions.Intrinsics;

/// <summary>A call of an intrinsic function, such as <c>States.Format('Hello, {}', $.name)</c>.</summary>
/// <remarks>Texts stand in single quotes and escape <c>' { } \</c> by a backslash; calls nest ten deep at most.</remarks>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html">Intrinsic functions in Step Functions</seealso>
public sealed class IntrinsicCall : IEquatable<IntrinsicCall>
{
    private readonly IntrinsicArgument.Call call;

    private IntrinsicCall(string text, IntrinsicArgument.Call call)
    {
        Text = text;
        this.call = call;
        Paths = [.. PathsIn(call)];
    }

    /// <summary>The call as it was written.</summary>
    public string Text { get; }

    /// <summary>The outermost function; it decides what the call gives.</summary>
    public IntrinsicFunction Function => call.Function;

    /// <summary>Every path in the call and in the calls within it, in the order in which they are written.</summary>
    public IReadOnlyList<ValuePath> Paths { get; }

    /// <summary>Reads a call.</summary>
    /// <exception cref="IntrinsicSyntaxException">The text is not a call; the message says what was expected, what was found and where.</exception>
    public static IntrinsicCall Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new IntrinsicCall(text, IntrinsicReader.Read(text));
    }

    /// <summary>Reads a call, or says why the text is none.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out IntrinsicCall? call, [NotNullWhen(false)] out string? error)
    {
        try
        {
            call = Parse(text);
            error = null;
            return true;
        }
        catch (IntrinsicSyntaxException e)
        {
            call = null;
            error = e.Message;
            return false;
        }
    }

    /// <summary>Evaluates the call. What cannot be done is a failure in the result, never an exception.</summary>
    public IntrinsicResult Evaluate(IPathScope scope, IEntropy entropy)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(entropy);
        var outcome = new IntrinsicEvaluation(scope, entropy).Evaluate(call);
        return outcome.Value is { } value
            ? new IntrinsicResult(value)
            : new IntrinsicResult(new IntrinsicFailure(outcome.Error!, $"The function '{Text}' had the following error: {outcome.Problem}"));
    }

    /// <inheritdoc/>
    public bool Equals(IntrinsicCall? other) => other is not null && string.Equals(Text, other.Text, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as IntrinsicCall);

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    /// <summary>The call as it was written.</summary>
    public override string ToString() => Text;

    private static IEnumerable<ValuePath> PathsIn(IntrinsicArgument argument) => argument switch
    {
        IntrinsicArgument.Path path => [path.Value],
        IntrinsicArgument.Call call => call.Arguments.SelectMany(PathsIn),
        _ => [],
    };
}
