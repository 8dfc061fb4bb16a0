namespace TaskOrchestration.Conformance.Tests.Reports;

/// <summary>How it stands with a goal.</summary>
/// <param name="Goal">The goal.</param>
/// <param name="Met">How many of its cases are met.</param>
/// <param name="Explained">How many are not met for a reason on record.</param>
/// <param name="Total">How many there are.</param>
public sealed record GoalScore(Goal Goal, int Met, int Explained, int Total)
{
    /// <summary>The share that counts.</summary>
    public double Share => (double)(Met + (Goal.TakesReasons ? Explained : 0)) / Total;

    /// <summary>Whether it is reached.</summary>
    public bool IsReached => Share >= Goal.Needed;
}
