using Microsoft.Extensions.Logging;
using TaskOrchestration.Orchestrations.Journals;

namespace TaskOrchestration.Orchestrations.Engine;

/// <summary>Deletes executions that ended long ago, in the background and in small portions, so that no commit waits long.</summary>
internal sealed class Retention : IDisposable
{
    private const int Portion = 50;
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(10);

    private readonly IJournal journal;
    private readonly TimeSpan keep;
    private readonly TimeProvider time;
    private readonly ILogger logger;
    private readonly PurgePause pause;
    private readonly ITimer timer;
    private readonly Lock running = new();
    private volatile bool isStopped;

    public Retention(IJournal journal, TimeSpan keep, PurgePause pause, TimeProvider time, ILogger logger)
    {
        this.journal = journal;
        this.keep = keep;
        this.pause = pause;
        this.time = time;
        this.logger = logger;
        timer = time.CreateTimer(static retention => ((Retention)retention!).Purge(), this, TimeSpan.Zero, Interval);
    }

    /// <summary>Waits for a portion that is being deleted and deletes no more.</summary>
    public void Dispose()
    {
        isStopped = true;
        timer.Dispose();
        lock (running)
        {
        }
    }

    private void Purge()
    {
        if (!running.TryEnter())
        {
            return;
        }

        try
        {
            while (!isStopped && pause.Purge(() => journal.Purge(time.GetUtcNow() - keep, Portion)) == Portion)
            {
                Thread.Yield();
            }
        }
        catch (JournalException e)
        {
            logger.LogError(e, "Executions past their retention could not be deleted; the next attempt is in {Interval}", Interval);
        }
        finally
        {
            running.Exit();
        }
    }
}
