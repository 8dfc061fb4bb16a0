namespace TaskOrchestration.Orchestrations.Alerts;

/// <summary>A notice that a rule fires or is resolved, until somebody has taken it.</summary>
/// <param name="Id">The same for every attempt, and different for every notice.</param>
/// <param name="Body">The JSON text.</param>
/// <param name="At">When there was reason for it.</param>
/// <param name="Attempts">How often it has been offered.</param>
/// <param name="NextAttempt">When it is offered next.</param>
public sealed record AlertNotice(string Id, string Body, DateTimeOffset At, int Attempts, DateTimeOffset NextAttempt)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>After an attempt in vain: twice as long as the last time, five minutes at most.</summary>
    public AlertNotice Delayed(DateTimeOffset now)
    {
        var pause = TimeSpan.FromSeconds(Math.Min(Longest.TotalSeconds, 5 * Math.Pow(2, Math.Min(Attempts, 30))));
        return this with { Attempts = Attempts + 1, NextAttempt = now + pause };
    }
}
