namespace TaskOrchestration.Orchestrations.Resources.Mocks;

/// <summary>Attempts that get the same, counted from 0.</summary>
public sealed record MockedRange(int First, int Last, TaskOutcome Outcome)
{
    /// <summary>Whether an attempt is one of them.</summary>
    public bool Covers(int invocation) => First <= invocation && invocation <= Last;
}
