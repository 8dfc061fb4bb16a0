using TaskOrchestration.Domain.Failures;

namespace TaskOrchestration.Domain.Steps;

/// <summary>Read, change, save, and all over again when somebody else has saved in between.</summary>
internal static class OptimisticChange
{
    private const int Attempts = 16;

    /// <summary>The record as it stands in the end. A change that answers the record it was given saves nothing.</summary>
    public static async ValueTask<T> ChangeAsync<T>(
        Func<ValueTask<T?>> find, Func<T?, ValueTask<T>> change, Func<T, ValueTask<T?>> trySave)
        where T : class
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var current = await find();
            var changed = await change(current);
            if (ReferenceEquals(changed, current))
            {
                return changed;
            }

            if (await trySave(changed) is { } saved)
            {
                return saved;
            }
        }

        throw new TransientFailureException($"The record was changed by others {Attempts} times while it was being changed.");
    }
}
