namespace TaskOrchestration.Functions.Storage;

/// <summary>Lets those of one process who want to change the same thing do so one after the other.</summary>
/// <remarks>It saves them the conflicts. Other processes know nothing of it: what is right may not depend on it.</remarks>
public sealed class Turns
{
    private readonly SemaphoreSlim[] stripes = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1, 1))];

    /// <summary>Waits for the turn at a thing, and does something in it.</summary>
    public async ValueTask<T> TakeAsync<T>(string thing, Func<Task<T>> work, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        var stripe = stripes[(uint)StringComparer.Ordinal.GetHashCode(thing) % (uint)stripes.Length];
        await stripe.WaitAsync(cancellationToken);
        try
        {
            return await work();
        }
        finally
        {
            stripe.Release();
        }
    }
}
