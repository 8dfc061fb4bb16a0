using System.Diagnostics;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.Conformance.Tests.Driving;

/// <summary>One execution on an agenda.</summary>
/// <param name="machine">The machine it runs.</param>
/// <param name="world">What it lives in.</param>
/// <param name="ended">Called when it has ended.</param>
internal sealed class VirtualExecution(StateMachine machine, VirtualWorld world, Action<Execution> ended)
{
    private readonly HashSet<long> timers = [];
    private readonly Dictionary<long, VirtualMapRun> mapRuns = [];
    private readonly List<Effect> effects = [];

    /// <summary>The execution itself.</summary>
    public Execution Execution { get; } = new(machine);

    /// <summary>All its events.</summary>
    public List<HistoryEvent> History { get; } = [];

    /// <summary>The tasks it asked for, in order.</summary>
    public List<TaskRequest> Requests { get; } = [];

    /// <summary>Has it take a fact in now.</summary>
    public void Take(Fact fact)
    {
        if (fact is Fact.TimerFired timer && !timers.Remove(timer.Timer))
        {
            return;
        }

        effects.Clear();
        Execution.Apply(fact, effects, History);
        foreach (var effect in effects.ToArray())
        {
            CarryOut(effect);
        }
    }

    private void CarryOut(Effect effect)
    {
        switch (effect)
        {
            case Effect.InvokeTask({ Resource: TaskResource.MapRun } request):
                Requests.Add(request);
                mapRuns.Add(request.Task, new VirtualMapRun(world, Execution.Machine, request, becomes => Schedule(world.Agenda.Now, becomes)));
                mapRuns[request.Task].GoOn();
                break;
            case Effect.InvokeTask(var request):
                Requests.Add(request);
                var report = world.Perform(request);
                foreach (var one in report.Later.Prepend(report))
                {
                    if (one.Fact is { } becomes)
                    {
                        Schedule(world.Agenda.Now + one.After, becomes);
                    }
                }

                break;
            case Effect.CancelTask(var task):
                // What a cancelled task reports has no bearing any more: the execution says so itself.
                mapRuns.GetValueOrDefault(task)?.Abort();
                break;
            case Effect.SetTimer(var timer, var due):
                timers.Add(timer);
                Schedule(due, at => new Fact.TimerFired(at, timer));
                break;
            case Effect.CancelTimer(var timer):
                timers.Remove(timer);
                break;
            case Effect.Continue:
                Schedule(world.Agenda.Now, at => new Fact.Continued(at));
                break;
            case Effect.Finish:
                ended(Execution);
                break;
            default:
                throw new UnreachableException($"no arm for {effect.GetType().Name}");
        }
    }

    private void Schedule(DateTimeOffset due, Func<DateTimeOffset, Fact> fact) => world.Agenda.Add(due, at => Take(fact(at)));
}
