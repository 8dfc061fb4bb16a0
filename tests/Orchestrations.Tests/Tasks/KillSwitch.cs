namespace TaskOrchestration.Orchestrations.Tests.Tasks;

/// <summary>Kills the process in a test: at a call of that number everything stops being done, just before or just after the call itself.</summary>
/// <param name="at">The number of the call, counted from 1; 0 for never.</param>
/// <param name="isBefore">Whether the call itself is not made any more.</param>
internal sealed class KillSwitch(int at, bool isBefore)
{
    private int calls;

    /// <summary>How many calls there have been.</summary>
    public int Calls => calls;

    /// <summary>Whether the process is dead.</summary>
    public bool IsDead { get; private set; }

    public static KillSwitch Never { get; } = new(0, isBefore: false);

    /// <summary>Makes a call that changes the world.</summary>
    public async ValueTask<T> CallAsync<T>(Func<ValueTask<T>> call)
    {
        ThrowIfDead();
        var isLast = Interlocked.Increment(ref calls) == at;
        if (isLast && isBefore)
        {
            IsDead = true;
            throw new KilledException();
        }

        var answer = await call();
        if (isLast)
        {
            IsDead = true;
        }

        ThrowIfDead();
        return answer;
    }

    public void ThrowIfDead()
    {
        if (IsDead)
        {
            throw new KilledException();
        }
    }
}
