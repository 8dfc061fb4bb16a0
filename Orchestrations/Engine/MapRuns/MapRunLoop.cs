using System.Threading.Channels;
using TaskOrchestration.Orchestrations.MapRuns;
using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Orchestrations.Engine.MapRuns;

/// <summary>Drives one Map Run: begins children, waits for the ends of those that run, takes them down many at a time, and so on to its own end.</summary>
internal sealed class MapRunLoop(MapRunAdvancing advancing, IChildRuns children, int bound, Perseverance perseverance)
{
    private readonly Channel<ChildEnd?> news = Channel.CreateUnbounded<ChildEnd?>(new UnboundedChannelOptions { SingleReader = true });
    private readonly HashSet<long> running = [];
    private List<ChildEnd> ended = [];
    private volatile bool isStopping;

    /// <summary>Has it look again at what is on record of the Map Run. Any thread.</summary>
    public void Wake() => news.Writer.TryWrite(null);

    /// <summary>Drives a Map Run that runs.</summary>
    /// <returns>The Map Run, ended.</returns>
    public async Task<MapRun> RunAsync(MapRun run, ExecutionLimits limits, CancellationToken cancellationToken)
    {
        foreach (var child in await BegunAsync(run, cancellationToken))
        {
            Begin(child, mayBeKnown: true);
        }

        var turn = await AdvanceAsync(run, cancellationToken);
        while (!turn.Run.IsSettled)
        {
            foreach (var child in turn.Begun)
            {
                Begin(child, mayBeKnown: child.IsToRedrive);
            }

            if (turn.Run.IsCutShort)
            {
                StopAll();
            }

            await WaitAsync(cancellationToken);
            turn = await AdvanceAsync(run, cancellationToken);
        }

        return await perseverance.CallAsync(() => advancing.ConcludeAsync(turn.Run, limits, cancellationToken).AsTask(), cancellationToken);
    }

    /// <summary>Stops all children and ends the Map Run, whatever it was at, because its execution does not wait for it any more.</summary>
    public async Task AbortAsync(MapRun run)
    {
        await StopAsync(run);
        await perseverance.CallAsync(() => advancing.AbortAsync(run, ended).AsTask());
    }

    /// <summary>Stops all children and ends the Map Run, whatever it was at, because it cannot go on.</summary>
    public async Task<MapRun> FailAsync(MapRun run, Failure failure)
    {
        await StopAsync(run);
        return await advancing.FailAsync(run, ended, failure);
    }

    private async Task StopAsync(MapRun run)
    {
        foreach (var child in await BegunAsync(run, CancellationToken.None))
        {
            Begin(child, mayBeKnown: true);
        }

        StopAll();
        while (running.Count > 0)
        {
            await WaitAsync(CancellationToken.None);
        }
    }

    private Task<IReadOnlyList<MapRunChild>> BegunAsync(MapRun run, CancellationToken cancellationToken) =>
        perseverance.CallAsync(() => advancing.BegunAsync(run, cancellationToken).AsTask(), cancellationToken);

    /// <summary>Takes down the ends that are known, and which children begin.</summary>
    private async Task<MapRunTurn> AdvanceAsync(MapRun run, CancellationToken cancellationToken)
    {
        var taken = ended;
        var turn = await perseverance.CallAsync(() => advancing.AdvanceAsync(run, taken, bound, cancellationToken).AsTask(), cancellationToken);
        ended = [];
        return turn;
    }

    /// <summary>Lets a child run, unless it does.</summary>
    private void Begin(MapRunChild child, bool mayBeKnown)
    {
        if (running.Add(child.Index))
        {
            _ = ReportEndAsync(child, mayBeKnown);
        }
    }

    private async Task ReportEndAsync(MapRunChild child, bool mayBeKnown)
    {
        try
        {
            var isAgain = false;
            news.Writer.TryWrite(await perseverance.CallAsync(() =>
            {
                var run = children.RunAsync(child, mayBeKnown || isAgain);
                isAgain = true;
                if (isStopping)
                {
                    // All were told to stop while this one paused.
                    children.Stop(child.Index);
                }

                return run;
            }));
        }
#pragma warning disable CA1031 // Thrown where the ends are waited for.
        catch (Exception e)
#pragma warning restore CA1031
        {
            news.Writer.TryComplete(e);
        }
    }

    private void StopAll()
    {
        isStopping = true;
        foreach (var index in running)
        {
            children.Stop(index);
        }
    }

    /// <summary>Waits for news, and takes in all there are.</summary>
    private async ValueTask WaitAsync(CancellationToken cancellationToken)
    {
        Take(await news.Reader.ReadAsync(cancellationToken));
        while (news.Reader.TryRead(out var next))
        {
            Take(next);
        }
    }

    private void Take(ChildEnd? end)
    {
        if (end is not null)
        {
            running.Remove(end.Index);
            ended.Add(end);
        }
    }
}
