namespace TaskOrchestration.Orchestrations.Tests.Schedules;

/// <summary>Kills a process at random just before or just after what it does; a killed process does nothing any more until another is started.</summary>
internal sealed class Killer(Random random, double chance)
{
    public bool HasKilled { get; private set; }

    public void Revive() => HasKilled = false;

    public async ValueTask<T> AroundAsync<T>(Func<ValueTask<T>> deed)
    {
        MaybeKill();
        var done = await deed();
        MaybeKill();
        return done;
    }

    private void MaybeKill()
    {
        HasKilled = HasKilled || random.NextDouble() < chance;
        if (HasKilled)
        {
            throw new IOException("killed");
        }
    }
}
