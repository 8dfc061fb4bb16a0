namespace TaskOrchestration.Functions.Tests.Exploration;

/// <summary>What must hold in a course; where it does not, the seed is told with it.</summary>
/// <param name="seed">What all follows from.</param>
internal sealed class Demand(int seed)
{
    /// <summary>Demands something.</summary>
    /// <exception cref="InvalidOperationException">It does not hold.</exception>
    public void That(bool holds, string what)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"Seed {seed}: expected {what}");
        }
    }
}
