using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.StatesLanguage.Executions;

/// <summary>How long to pause before a retry.</summary>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html#error-handling-retrying-after-an-error">Retrying after an error</seealso>
internal static class RetryDelay
{
    /// <summary>The longest time the language can express, in seconds; a pause that would outgrow it stays there.</summary>
    public const double LongestSeconds = 99_999_999;

    /// <summary>The pause before the retry after <paramref name="retriesSoFar"/> others of this retrier. FULL jitter draws from the capped pause.</summary>
    /// <param name="retrier">The retrier that took the failure.</param>
    /// <param name="retriesSoFar">How many of its retries went before.</param>
    /// <param name="draw">A number from 0 to 1, drawn for this pause; used only where the retrier asks for jitter.</param>
    public static TimeSpan Before(Retrier retrier, int retriesSoFar, double draw)
    {
        var seconds = Math.Min(retrier.IntervalSeconds * Math.Pow(retrier.BackoffRate, retriesSoFar), retrier.MaxDelaySeconds ?? LongestSeconds);
        var capped = Math.Min(seconds, LongestSeconds);
        return TimeSpan.FromMilliseconds(Math.Floor(capped * 1000 * (retrier.FullJitter ? draw : 1)));
    }
}
