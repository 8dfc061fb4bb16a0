using Microsoft.Extensions.Logging;
using TaskOrchestration.Orchestrations.Executions;

namespace TaskOrchestration.Orchestrations.Engine.MapRuns;

/// <summary>Makes the calls of a Map Run again, after pauses that grow, when what they need is in trouble: a disk that is full, a database that is locked.</summary>
/// <remarks>Every call may be made twice: what was done already is found on record.</remarks>
internal sealed class Perseverance(string mapRunArn, TimeProvider time, ILogger logger)
{
    private const int MostAttempts = 6;

    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(32);

    /// <summary>What a call answers, sooner or later. What it throws at last is thrown.</summary>
    public async Task<T> CallAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken = default)
    {
        var pause = ShortestPause;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await call();
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested && (attempt < MostAttempts ? !IsTheEnd(e) : IsFullHouse(e)))
            {
                logger.LogWarning(e, "The Map Run {Arn} is in trouble and tries again in {Pause}", mapRunArn, pause);
            }

            await Task.Delay(pause, time, cancellationToken);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    /// <summary>An engine that takes nothing on any more never will.</summary>
    private static bool IsTheEnd(Exception e) => e is RefusedException { Refusal: Refusal.Unavailable };

    /// <summary>As many executions as may run do; one after the other will end.</summary>
    private static bool IsFullHouse(Exception e) => e is RefusedException { Refusal: Refusal.ExecutionLimitExceeded };
}
