using TaskOrchestration.Functions.Durable.Activities;
using TaskOrchestration.Functions.Durable.Messages;
using TaskOrchestration.Functions.Executions;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.MapRuns;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.MapRuns;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.Functions.Durable.MapRuns;

/// <summary>Takes a Map Run one round further: what has ended is taken down, what may begin is begun, and when all is done the Map Run ends.</summary>
/// <remarks>Whatever a round was at when it was cut short, the next one finds on record and makes up for.</remarks>
public sealed class MapRunRounds
{
    private readonly IMapRunStore store;
    private readonly MapRunAdvancing advancing;
    private readonly IExecutionRecords records;
    private readonly ParsedMachines machines;
    private readonly StandardChildren standard;
    private readonly ExpressChildren express;
    private readonly MapRunStopping stopping;
    private readonly ParentNotices parents;
    private readonly int bound;

    internal MapRunRounds(
        IMapRunStore store,
        MapRunAdvancing advancing,
        IExecutionRecords records,
        ParsedMachines machines,
        StandardChildren standard,
        ExpressChildren express,
        MapRunStopping stopping,
        ParentNotices parents,
        DurableOptions options)
    {
        this.store = store;
        this.advancing = advancing;
        this.records = records;
        this.machines = machines;
        this.standard = standard;
        this.express = express;
        this.stopping = stopping;
        this.parents = parents;
        bound = options.MapRunConcurrency;
    }

    /// <summary>Goes a round.</summary>
    /// <param name="text">The round (<see cref="MapRunRound"/>).</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<MapRunAnswer> GoAsync(string text, CancellationToken cancellationToken = default)
    {
        var round = MapRunRound.Read(text);
        var answer = new MapRunAnswer { Ticket = ActivityAnswer.TicketOf(text) };
        var address = round.MapRun.Address;
        if (await records.FindAsync(round.MapRun.ExecutionArn, cancellationToken) is not { } parent
            || await store.FindAsync(address.MapRunArn, cancellationToken) is not { } run
            || run.RedriveCount > address.RedriveCount)
        {
            return answer with { IsOver = true };
        }

        if (run.RedriveCount < address.RedriveCount && run.Status == MapRunStatus.Running && await stopping.IsAliveAsync(new MapRunAddress(run.Arn, run.RedriveCount), cancellationToken))
        {
            // Its execution was redriven while it still stopped its children.
            return answer with { IsUrgent = true };
        }

        return await GoAsync(run, round, parent, answer, cancellationToken);
    }

    private async Task<MapRunAnswer> GoAsync(MapRun run, MapRunRound round, ExecutionRecord parent, MapRunAnswer answer, CancellationToken cancellationToken)
    {
        var isAwaited = IsAwaited(round.MapRun, parent);
        var scene = await MapRunScene.OfAsync(run, round.MapRun, parent, machines, cancellationToken);
        run = isAwaited ? await OpenAsync(run, round.MapRun, scene, cancellationToken) : run;
        if (run.Status == MapRunStatus.Running)
        {
            run = await AdvanceAsync(run, round, scene with { Run = run }, isAwaited, cancellationToken);
            run = await EndAsync(run, parent, isAwaited, cancellationToken);
        }

        if (run.Status != MapRunStatus.Running)
        {
            await parents.SendAsync(new ParentTask(parent.Start.ExecutionArn, round.MapRun.Task), round.MapRun.Address.Text, cancellationToken);
            return answer with { IsOver = true };
        }

        var isStopping = !isAwaited || run.IsCutShort;
        return IsExpress(run) && !isStopping
            ? answer with { Running = [.. (await advancing.BegunAsync(run, cancellationToken)).Select(child => child.Index)] }
            : answer with { IsUrgent = isStopping };
    }

    /// <summary>An execution that has ended or was redriven waits for nothing it asked for before, whether or not it has come to say so.</summary>
    private static bool IsAwaited(MapRunInput input, ExecutionRecord parent) =>
        !input.IsStopped && parent.Status == ExecutionStatus.Running && parent.RedriveCount == input.ExecutionRedriveCount;

    private async Task<MapRun> OpenAsync(MapRun run, MapRunInput input, MapRunScene scene, CancellationToken cancellationToken)
    {
        if (run.RedriveCount < input.Address.RedriveCount && run.Status == MapRunStatus.Running)
        {
            // The orchestration of its earlier life is gone without an end.
            await advancing.AbortAsync(run, [], cancellationToken);
        }

        var isOpen = run.RedriveCount == input.Address.RedriveCount && (run.Status != MapRunStatus.Running || run.Tally.IsComplete);
        return isOpen ? run : await advancing.OpenAsync(scene.Task, scene.Map, cancellationToken);
    }

    private async Task<MapRun> AdvanceAsync(MapRun run, MapRunRound round, MapRunScene scene, bool isAwaited, CancellationToken cancellationToken)
    {
        IMapRunChildren children = IsExpress(run) ? express : standard;
        var isStopping = !isAwaited || run.IsCutShort;
        List<ChildEnd> ends = [.. round.Ends.Select(MapRunRound.EndOf)];
        var known = ends.Select(end => end.Index).ToHashSet();
        var begun = (await advancing.BegunAsync(run, cancellationToken))
            .Where(child => !known.Contains(child.Index) && (isStopping || round.Ended is null || round.Ended.Contains(scene.ArnOf(child))));
        ends.AddRange(await children.SeeToAsync(scene, begun, isStopping, cancellationToken));
        while (true)
        {
            var turn = await advancing.AdvanceAsync(run, ends, isAwaited ? bound : 0, cancellationToken);
            ends = [.. await children.SeeToAsync(scene, turn.Begun, isStopping, cancellationToken)];
            if (turn.Run.IsCutShort && !isStopping)
            {
                isStopping = true;
                ends = [.. await children.SeeToAsync(scene, await advancing.BegunAsync(turn.Run, cancellationToken), isStopping, cancellationToken)];
            }

            if (ends.Count == 0 || turn.Run.Status != MapRunStatus.Running)
            {
                return turn.Run;
            }
        }
    }

    private async Task<MapRun> EndAsync(MapRun run, ExecutionRecord parent, bool isAwaited, CancellationToken cancellationToken)
    {
        if (run.Status != MapRunStatus.Running || run.Tally.Executions.Running > 0)
        {
            return run;
        }

        return isAwaited ? run.IsSettled ? await advancing.ConcludeAsync(run, parent.Start.Limits, cancellationToken) : run
            : await advancing.AbortAsync(run, [], cancellationToken);
    }

    private static bool IsExpress(MapRun run) => run.Request.ExecutionType == StateMachineType.Express;
}
