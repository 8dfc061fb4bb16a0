using TaskOrchestration.Orchestrations.MapRuns;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.MapRuns;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.Conformance.Tests.Driving;

/// <summary>A Map Run on an agenda: its children take turns with all else that happens.</summary>
internal sealed class VirtualMapRun
{
    /// <summary>How many children run at once where the author sets no limit, as on AWS.</summary>
    private const int MostAtOnce = 10_000;

    private readonly VirtualWorld world;
    private readonly TaskRequest task;
    private readonly MapRunRequest request;
    private readonly StateMachine childMachine;
    private readonly Action<Func<DateTimeOffset, Fact>> report;
    private readonly SortedDictionary<long, VirtualExecution> running = [];
    private List<ChildEnd> ends = [];
    private MapRun run;
    private bool isAtWork;

    /// <summary>A Map Run about to begin.</summary>
    /// <param name="world">What it lives in.</param>
    /// <param name="machine">The machine of the execution that asks for it.</param>
    /// <param name="task">The task it asks for.</param>
    /// <param name="report">Gets the fact that comes of it.</param>
    public VirtualMapRun(VirtualWorld world, StateMachine machine, TaskRequest task, Action<Func<DateTimeOffset, Fact>> report)
    {
        this.world = world;
        this.task = task;
        this.report = report;
        request = MapRunRequest.Of(task);
        var map = ChildMachine.Map(machine, request.StateName)!;
        childMachine = ChildMachine.Of(machine, map);
        run = Now(world.MapRuns.OpenAsync(task, map));
        Conclude();
    }

    /// <summary>Takes in which children have ended, begins others, and reports when all is over.</summary>
    public void GoOn()
    {
        // Children that end at once come back here, in the middle of the turn that began them.
        if (isAtWork)
        {
            return;
        }

        isAtWork = true;
        do
        {
            TakeTurn();
        }
        while (run.Status == MapRunStatus.Running && ends.Count > 0);
        isAtWork = false;
    }

    /// <summary>Nobody waits for it any more.</summary>
    public void Abort()
    {
        if (run.Status == MapRunStatus.Running)
        {
            run = Now(world.MapRuns.AbortAsync(run, ends));
            StopChildren();
        }
    }

    private void TakeTurn()
    {
        if (run.Status != MapRunStatus.Running)
        {
            return;
        }

        var ended = ends;
        ends = [];
        var turn = Now(world.MapRuns.AdvanceAsync(run, ended, MostAtOnce));
        run = turn.Run;
        foreach (var child in turn.Begun)
        {
            Begin(child);
        }

        if (run.IsCutShort)
        {
            StopChildren();
        }

        if (run.IsSettled)
        {
            run = Now(world.MapRuns.ConcludeAsync(run, task.Execution.Limits));
            Conclude();
        }
    }

    private void Begin(MapRunChild child)
    {
        var start = ChildStart.Of(task, request, new ChildInput(child.Index, child.Input, child.ItemCount));
        var execution = new VirtualExecution(childMachine, world, done => OnEnded(child.Index, done));
        running.Add(child.Index, execution);
        world.Agenda.Add(world.Agenda.Now, at => execution.Take(new Fact.Started(at, start)));
    }

    private void OnEnded(long index, Execution execution)
    {
        running.Remove(index);
        ends.Add(new ChildEnd
        {
            Index = index,
            Status = execution.Status,
            Output = execution.Output,
            Failure = execution.Failure,
            StartedAt = execution.StartedAt,
            StoppedAt = execution.StoppedAt!.Value,
        });
        GoOn();
    }

    private void StopChildren()
    {
        foreach (var child in running.Values.ToList())
        {
            child.Take(new Fact.Stopped(world.Agenda.Now, new Failure(Error: null, Cause: null)));
        }
    }

    private void Conclude()
    {
        if (run.Status is MapRunStatus.Succeeded or MapRunStatus.Failed)
        {
            var outcome = MapRunAdvancing.OutcomeOf(run);
            report(at => outcome is TaskOutcome.Succeeded succeeded
                ? new Fact.TaskSucceeded(at, task.Task, succeeded.Output)
                : new Fact.TaskFailed(at, task.Task, ((TaskOutcome.Failed)outcome).Failure));
        }
    }

    /// <summary>What nothing waits for: all that Map Runs are kept in is memory.</summary>
    private static T Now<T>(ValueTask<T> value) => value.AsTask().GetAwaiter().GetResult();
}
