using Microsoft.Extensions.Logging;
using TaskOrchestration.Orchestrations.Journals;
using TaskOrchestration.Orchestrations.MapRuns;

namespace TaskOrchestration.Orchestrations.Engine;

/// <summary>Deletes executions that ended long ago, in the background and in small portions, so that no commit waits long.</summary>
internal sealed class Retention : IDisposable
{
    private const int Portion = 50;

    /// <summary>One may have had many thousand children.</summary>
    private const int MapRunPortion = 1;

    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(10);

    private readonly IJournal journal;
    private readonly IMapRunStore mapRuns;
    private readonly TimeSpan keep;
    private readonly TimeProvider time;
    private readonly ILogger logger;
    private readonly PurgePause pause;
    private readonly ITimer timer;
    private readonly Lock running = new();
    private volatile bool isStopped;

    public Retention(IJournal journal, IMapRunStore mapRuns, TimeSpan keep, PurgePause pause, TimeProvider time, ILogger logger)
    {
        this.journal = journal;
        this.mapRuns = mapRuns;
        this.keep = keep;
        this.pause = pause;
        this.time = time;
        this.logger = logger;
        timer = time.CreateTimer(static retention => ((Retention)retention!).PurgeAll(), this, TimeSpan.Zero, Interval);
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

    private void PurgeAll()
    {
        if (!running.TryEnter())
        {
            return;
        }

        try
        {
            var before = time.GetUtcNow() - keep;
            Purge(Portion, () => pause.Purge(() => journal.Purge(before, Portion)));
            Purge(MapRunPortion, () => mapRuns.PurgeAsync(before, MapRunPortion).AsTask().GetAwaiter().GetResult());
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

    /// <summary>Portion by portion, until one is not full.</summary>
    private void Purge(int portion, Func<int> purge)
    {
        while (!isStopped && purge() == portion)
        {
            Thread.Yield();
        }
    }
}
