namespace TaskOrchestration.Orchestrations.StatusEvents;

/// <summary>How long to wait after attempts in vain: a second, then twice as long each time, five minutes at most.</summary>
public static class Backoff
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>How long to wait.</summary>
    /// <param name="failures">How many attempts in a row were in vain; at least one.</param>
    public static TimeSpan After(int failures)
    {
        var pause = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(failures, 20) - 1));
        return pause < Longest ? pause : Longest;
    }
}
