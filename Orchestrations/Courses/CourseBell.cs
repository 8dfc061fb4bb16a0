namespace TaskOrchestration.Orchestrations.Courses;

/// <summary>Tells all who read a course that there may be more. While anybody does, one watch of the host's is kept for all of them.</summary>
internal sealed class CourseBell(IFactLog log, Action rung)
{
    private readonly Lock gate = new();
    private TaskCompletionSource next = New();
    private CancellationTokenSource? listening;
    private int readers;
    private volatile bool foundSome;
    private long rings;

    /// <summary>Whether anybody reads.</summary>
    public bool IsWatched
    {
        get
        {
            lock (gate)
            {
                return readers > 0;
            }
        }
    }

    /// <summary>How often it has rung.</summary>
    public long Rings => Volatile.Read(ref rings);

    /// <summary>Says that reading on has found so many facts.</summary>
    public void Found(int facts) => foundSome |= facts > 0;

    /// <summary>Somebody begins to read.</summary>
    public void Enter()
    {
        lock (gate)
        {
            if (readers++ == 0)
            {
                listening = new CancellationTokenSource();
                var watch = log.Watch();
                // What came before the watch began is found without it.
                rung();
                var token = listening.Token;
                _ = Task.Run(() => ListenAsync(watch, token), CancellationToken.None);
            }
        }
    }

    /// <summary>Somebody reads no more.</summary>
    public void Leave()
    {
        lock (gate)
        {
            if (--readers == 0)
            {
                listening!.Cancel();
                listening.Dispose();
                listening = null;
            }
        }
    }

    /// <summary>Waits until it has rung more often than that.</summary>
    public Task WaitAsync(long seen, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return rings > seen ? Task.CompletedTask : next.Task.WaitAsync(cancellationToken);
        }
    }

    private async Task ListenAsync(IFactWatch watch, CancellationToken cancellationToken)
    {
        using (watch)
        {
            try
            {
                while (true)
                {
                    var found = foundSome;
                    foundSome = false;
                    await watch.NextAsync(found, cancellationToken);
                    Ring();
                }
            }
            catch (OperationCanceledException)
            {
                // Nobody reads any more.
            }
        }
    }

    private void Ring()
    {
        TaskCompletionSource told;
        rung();
        lock (gate)
        {
            rings++;
            told = next;
            next = New();
        }

        told.SetResult();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
