using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Operations;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;

/// <summary>A call that is the last thing that a function does: made once the function has been left, so that it does not nest in it.</summary>
internal sealed class TailCall(Call call, Json? input, Frame? frame) : Opaque
{
    /// <summary>A function that goes on for ever may do nothing else.</summary>
    private const int StepsPerCall = 4;

    /// <summary>What a function's result comes to when the tail calls that it ends in are made.</summary>
    public static Json? Carried(Json? result, Json? input, Evaluation evaluation)
    {
        while (result is TailCall next)
        {
            result = next.Made(input, evaluation);
        }

        return result;
    }

    private Json? Made(Json? at, Evaluation evaluation)
    {
        evaluation.Step(StepsPerCall);
        return call.MadeOnce(input, frame, at, evaluation);
    }
}
