namespace TaskOrchestration.Orchestrations.Resources.Mocks;

/// <summary>A mistake in a mock configuration.</summary>
/// <param name="Pointer">Where, as a JSON pointer; empty for the whole file.</param>
/// <param name="Expected">What belongs there.</param>
/// <param name="Found">What is there.</param>
public sealed record MockProblem(string Pointer, string Expected, string Found)
{
    /// <summary>All of it in a line.</summary>
    public override string ToString() => $"{(Pointer.Length == 0 ? "/" : Pointer)}: expected {Expected}, found {Found}";
}
