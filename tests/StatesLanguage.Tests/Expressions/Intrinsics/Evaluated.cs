using TaskOrchestration.StatesLanguage.Expressions.Intrinsics;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Tests.Expressions.Intrinsics;

/// <summary>Evaluates a call over an input written as JSON.</summary>
internal static class Evaluated
{
    public static Json Call(string call, string input = "{}", double random = 0) => Call(call, new Scope(input), random);

    public static Json Call(string call, Scope scope, double random = 0)
    {
        var result = IntrinsicCall.Parse(call).Evaluate(scope, new FixedEntropy(random));
        return result.Succeeded ? result.Value : throw new InvalidOperationException(result.Failure.Cause);
    }

    public static IntrinsicFailure InVain(string call, string input = "{}") => InVain(call, new Scope(input));

    public static IntrinsicFailure InVain(string call, Scope scope)
    {
        var result = IntrinsicCall.Parse(call).Evaluate(scope, new FixedEntropy(0));
        return result.Failure ?? throw new InvalidOperationException($"gave {result.Value}");
    }

    /// <summary>What went wrong, without the call it went wrong in.</summary>
    public static string Problem(string call, string input = "{}")
    {
        var failure = InVain(call, input);
        Assert.Equal("States.IntrinsicFailure", failure.Error);
        var prefix = $"The function '{call}' had the following error: ";
        Assert.StartsWith(prefix, failure.Cause, StringComparison.Ordinal);
        return failure.Cause[prefix.Length..];
    }
}
