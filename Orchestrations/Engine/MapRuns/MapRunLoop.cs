using System.Threading.Channels;
using TaskOrchestration.Orchestrations.MapRuns;
using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Orchestrations.Engine.MapRuns;

/// <summary>Drives one Map Run: begins children, waits for the ends of those that run, takes them down many at a time, and so on to its own end.</summary>
internal sealed class MapRunLoop(MapRunAdvancing advancing, IChildRuns children, int bound)
{
    private readonly Channel<ChildEnd?> news = Channel.CreateUnbounded<ChildEnd?>(new UnboundedChannelOptions { SingleReader = true });
    private readonly HashSet<long> running = [];
    private List<ChildEnd> ended = [];

    /// <summary>Has it look again at what is on record of the Map Run. Any thread.</summary>
    public void Wake() => news.Writer.TryWrite(null);

    /// <summary>Drives a Map Run that runs.</summary>
    /// <returns>The Map Run, ended.</returns>
    public async Task<MapRun> RunAsync(MapRun run, ExecutionLimits limits, CancellationToken cancellationToken)
    {
        foreach (var child in await advancing.BegunAsync(run, cancellationToken))
        {
            Begin(child, mayBeKnown: true);
        }

        var turn = await advancing.AdvanceAsync(run, [], bound, cancellationToken);
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
            turn = await advancing.AdvanceAsync(run, Ended(), bound, cancellationToken);
        }

        return await advancing.ConcludeAsync(turn.Run, limits, cancellationToken);
    }

    /// <summary>Stops all children and ends the Map Run, whatever it was at.</summary>
    public async Task AbortAsync(MapRun run)
    {
        foreach (var child in await advancing.BegunAsync(run))
        {
            Begin(child, mayBeKnown: true);
        }

        StopAll();
        while (running.Count > 0)
        {
            await WaitAsync(CancellationToken.None);
        }

        await advancing.AbortAsync(run, Ended());
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
            news.Writer.TryWrite(await children.RunAsync(child, mayBeKnown));
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

    private List<ChildEnd> Ended()
    {
        var taken = ended;
        ended = [];
        return taken;
    }
}
