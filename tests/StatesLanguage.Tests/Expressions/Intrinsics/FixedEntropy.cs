using TaskOrchestration.StatesLanguage.Expressions.Intrinsics;

namespace TaskOrchestration.StatesLanguage.Tests.Expressions.Intrinsics;

internal sealed class FixedEntropy(double random) : IEntropy
{
    public static readonly Guid Guid = new("0f8fad5b-d9cb-469f-a165-70867728950e");

    public double NextDouble() => random;

    public Guid NextGuid() => Guid;
}
