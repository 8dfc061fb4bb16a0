namespace TaskOrchestration.StatesLanguage.Expressions.Intrinsics;

/// <summary>Where random values come from. An execution supplies them from its seed, so that the same facts give the same values.</summary>
public interface IEntropy
{
    /// <summary>A number from 0 on, below 1.</summary>
    double NextDouble();

    /// <summary>A version 4 UUID.</summary>
    Guid NextGuid();
}
