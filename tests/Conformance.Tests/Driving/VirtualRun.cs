using System.Diagnostics;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.Conformance.Tests.Driving;

/// <summary>Runs one execution to its end in virtual time: a wait of a year takes none.</summary>
public sealed class VirtualRun
{
    /// <summary>More facts than any case needs; one that needs more goes round in circles.</summary>
    private const int MostFacts = 200_000;

    private static readonly AsyncLocal<Action<RecordedRun>?> Watcher = new();

    private readonly Execution execution;
    private readonly Func<TaskRequest, TaskReport> perform;
    private readonly PriorityQueue<Func<DateTimeOffset, Fact>, (DateTimeOffset Due, long Sequence)> agenda = new();
    private readonly HashSet<long> timers = [];
    private readonly List<HistoryEvent> history = [];
    private readonly List<TaskRequest> requests = [];
    private readonly List<Effect> effects = [];
    private DateTimeOffset now;
    private long sequence;

    private VirtualRun(StateMachine machine, DateTimeOffset start, Func<TaskRequest, TaskReport> perform)
    {
        execution = new Execution(machine);
        now = start;
        this.perform = perform;
    }

    /// <summary>Runs it.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="start">What it is born with.</param>
    /// <param name="startedAt">The moment it begins.</param>
    /// <param name="perform">Does a task and says what comes of it and when.</param>
    public static VirtualOutcome ToEnd(StateMachine machine, ExecutionStart start, DateTimeOffset startedAt, Func<TaskRequest, TaskReport> perform)
    {
        var outcome = new VirtualRun(machine, startedAt, perform).ToEnd(start);
        Watcher.Value?.Invoke(new RecordedRun(machine, start, startedAt, perform, outcome));
        return outcome;
    }

    /// <summary>Tells of every run that whoever calls this brings about, until it is disposed of.</summary>
    public static IDisposable Watch(Action<RecordedRun> watcher)
    {
        Watcher.Value = watcher;
        return new Unwatch();
    }

    private VirtualOutcome ToEnd(ExecutionStart start)
    {
        Apply(new Fact.Started(now, start));
        for (var facts = 1; agenda.TryDequeue(out var next, out var place); facts++)
        {
            if (facts > MostFacts)
            {
                throw new InvalidOperationException($"expected the execution to end within {MostFacts} facts");
            }

            now = place.Due > now ? place.Due : now;
            Apply(next(now));
        }

        return new VirtualOutcome(execution.Status, execution.Output, execution.Failure, history, requests);
    }

    private void Apply(Fact fact)
    {
        if (fact is Fact.TimerFired timer && !timers.Remove(timer.Timer))
        {
            return;
        }

        effects.Clear();
        execution.Apply(fact, effects, history);
        foreach (var effect in effects.ToArray())
        {
            CarryOut(effect);
        }
    }

    private void CarryOut(Effect effect)
    {
        switch (effect)
        {
            case Effect.InvokeTask(var request):
                requests.Add(request);
                var report = perform(request);
                if (report.Fact is { } becomes)
                {
                    Schedule(now + report.After, becomes);
                }

                break;
            case Effect.SetTimer(var timer, var due):
                timers.Add(timer);
                Schedule(due, at => new Fact.TimerFired(at, timer));
                break;
            case Effect.CancelTimer(var timer):
                timers.Remove(timer);
                break;
            case Effect.Continue:
                Schedule(now, at => new Fact.Continued(at));
                break;
            case Effect.CancelTask or Effect.Finish:
                // What a cancelled task reports has no bearing any more: the execution says so itself.
                break;
            default:
                throw new UnreachableException($"no arm for {effect.GetType().Name}");
        }
    }

    private void Schedule(DateTimeOffset due, Func<DateTimeOffset, Fact> fact) => agenda.Enqueue(fact, (due, sequence++));

    private sealed class Unwatch : IDisposable
    {
        public void Dispose() => Watcher.Value = null;
    }
}
