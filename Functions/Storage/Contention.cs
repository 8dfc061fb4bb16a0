using TaskOrchestration.Domain.Failures;

namespace TaskOrchestration.Functions.Storage;

/// <summary>What a writer does when another was first: waits a moment, longer each time and never as long as the others, and begins again.</summary>
public static class Contention
{
    private const int MostAttempts = 100;

    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(250);

    /// <summary>Waits after a number of attempts, the first one being 1.</summary>
    /// <exception cref="TransientFailureException">It has been tried often enough.</exception>
    public static Task PauseAsync(int attempts, string what, CancellationToken cancellationToken)
    {
        if (attempts >= MostAttempts)
        {
            throw new TransientFailureException($"{what} was changed by others {attempts} times while it was being changed.");
        }

        var upTo = Math.Min(Longest.TotalMilliseconds, 4 * attempts);
        return Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.NextDouble() * upTo), cancellationToken);
    }
}
