using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Operations;

/// <summary><c>&amp;</c>: texts put together, other values by their text, undefined by none.</summary>
internal sealed class Concatenation(Operation left, Operation right, int position) : Operation
{
    /// <inheritdoc/>
    public override Json? Evaluate(Json? input, Frame? frame, Evaluation evaluation)
    {
        evaluation.Enter();
        var a = left.Evaluate(input, frame, evaluation);
        var b = right.Evaluate(input, frame, evaluation);
        evaluation.Leave();
        try
        {
            return Joined(Text(a, evaluation), Text(b, evaluation), evaluation);
        }
        catch (JsonataFailure failure) when (failure.Position < 0)
        {
            failure.Token = "&";
            failure.Position = position;
            throw;
        }
    }

    private static string Text(Json? value, Evaluation evaluation) => value switch
    {
        null => "",
        JsonString text => text.Value,
        _ => ((JsonString)Functions.ValueText.Of(evaluation, value)).Value,
    };

    private static JsonString Joined(string a, string b, Evaluation evaluation)
    {
        evaluation.Build((long)a.Length + b.Length, evaluation.Scope.Limits.Characters);
        return JsonString.Of(string.Concat(a, b));
    }
}
