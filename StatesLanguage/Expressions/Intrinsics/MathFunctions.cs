using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Intrinsics;

/// <summary>The functions about numbers.</summary>
internal static class MathFunctions
{
    public static IntrinsicOutcome Add(IntrinsicArguments arguments) =>
        arguments.TryGetWhole(0, out var left) && arguments.TryGetWhole(1, out var right)
            ? JsonNumber.Of((long)left + right)
            : arguments.Problem;

    public static IntrinsicOutcome Random(IntrinsicArguments arguments, IEntropy entropy)
    {
        if (!arguments.TryGetWhole(0, out var first) || !arguments.TryGetWhole(1, out var end))
        {
            return arguments.Problem;
        }

        if (first >= end)
        {
            return IntrinsicOutcome.Failed($"Expected an end above the start {first} as argument 2, found {end}");
        }

        if (arguments.Count == 2)
        {
            return JsonNumber.Of(first + (long)(entropy.NextDouble() * ((long)end - first)));
        }

        return arguments.TryGetWhole(2, out var seed) ? JsonNumber.Of((long)new JavaRandom(seed).Next(first, end)) : arguments.Problem;
    }
}
