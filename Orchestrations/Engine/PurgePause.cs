namespace TaskOrchestration.Orchestrations.Engine;

/// <summary>Keeps executions that are being redriven from being purged in the same moment.</summary>
internal sealed class PurgePause
{
    private readonly Lock gate = new();
    private int holders;

    /// <summary>Nothing is purged until what is answered is disposed of. Waits for a purge that is under way.</summary>
    public IDisposable Hold()
    {
        lock (gate)
        {
            holders++;
        }

        return new Holder(this);
    }

    /// <summary>Purges, unless someone holds it up.</summary>
    /// <returns>How many were purged; 0 if someone does.</returns>
    public int Purge(Func<int> purge)
    {
        lock (gate)
        {
            return holders == 0 ? purge() : 0;
        }
    }

    private void Release()
    {
        lock (gate)
        {
            holders--;
        }
    }

    private sealed class Holder(PurgePause pause) : IDisposable
    {
        private PurgePause? held = pause;

        public void Dispose() => Interlocked.Exchange(ref held, null)?.Release();
    }
}
