using FsCheck;
using FsCheck.Fluent;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;
using TaskOrchestration.Support.Definitions;

namespace TaskOrchestration.StatesLanguage.Tests.Executions;

/// <summary>What holds for every machine and every course of events.</summary>
public sealed class ExecutionLaws
{
    private const string Input = """{"items":[1,2,3],"x":"y"}""";

    private static readonly Config Thoroughly = Config.QuickThrowOnFailure.WithMaxTest(Thoroughness.Cases(300));

    [Fact]
    public void The_same_facts_give_the_same_state_effects_and_history() =>
        Check(course =>
        {
            var again = Follow(course.Execution.Machine, course.Journal);

            Assert.Equal(course.Effects, again.Effects);
            Assert.Equal(course.History, again.History);
            Assert.Equal(course.Execution.Snapshot(), again.Execution.Snapshot());
        });

    [Fact]
    public void Any_prefix_of_a_journal_leaves_the_same_tasks_and_timers_outstanding() =>
        Check(course =>
        {
            for (var length = 1; length <= course.Journal.Count; length++)
            {
                var prefix = course.Journal.Take(length).ToList();

                var followed = Follow(course.Execution.Machine, prefix);

                Assert.Equal(Open(prefix, followed.Effects), followed.Execution.Outstanding().Select(Key).Order());
            }
        });

    [Fact]
    public void A_snapshot_and_the_rest_of_the_facts_are_as_good_as_all_of_them() =>
        Check(course =>
        {
            for (var cut = 1; cut < course.Journal.Count; cut++)
            {
                var before = Follow(course.Execution.Machine, course.Journal.Take(cut)).Execution;
                var text = before.Snapshot().ToString();
                var restored = Execution.Restore(before.Machine, (JsonObject)Json.Parse(text));
                var effects = new List<Effect>();
                var history = new List<HistoryEvent>();

                Assert.Equal(text, restored.Snapshot().ToString());
                foreach (var fact in course.Journal.Skip(cut))
                {
                    Assert.True(restored.Apply(fact, effects, history));
                }

                Assert.Equal(course.History.TakeLast(history.Count), history);
                Assert.Equal(course.Effects.TakeLast(effects.Count), effects);
                Assert.Equal(course.Execution.Snapshot(), restored.Snapshot());
            }
        });

    [Fact]
    public void A_fact_that_is_refused_changes_nothing() =>
        Check(course =>
        {
            var execution = Follow(course.Execution.Machine, course.Journal).Execution;
            var before = execution.Snapshot().ToString();
            foreach (var fact in course.Journal)
            {
                if (!execution.Apply(fact, []))
                {
                    Assert.Equal(before, execution.Snapshot().ToString());
                    continue;
                }

                // A machine that still runs may take a timer or task it has not seen; from there on it is another course.
                break;
            }
        });

    [Fact]
    public void Event_ids_have_no_gaps_and_every_event_follows_from_an_earlier_one() =>
        Check(course =>
        {
            Assert.Equal(Enumerable.Range(1, course.History.Count).Select(id => (long)id), course.History.Select(happened => happened.Id));
            Assert.All(course.History, happened => Assert.InRange(happened.PreviousId, 0, happened.Id - 1));
            Assert.Equal(course.History.Count, course.Execution.EventCount);
        });

    [Fact]
    public void Facts_survive_being_written_and_read() =>
        Check(course => Assert.Equal(course.Journal, course.Journal.Select(fact => FactCodec.FromJson(Json.Parse(FactCodec.ToJson(fact).ToString())))));

    private static void Check(Action<Simulation> law)
    {
        var courses =
            from definition in RandomMachines.Definitions
            from luck in Gen.Choose(0, int.MaxValue)
            select (definition, luck);

        Prop.ForAll(courses.ToArbitrary(), sample => law(Course(sample.definition.ToString(), new Random(sample.luck)))).Check(Thoroughly);
    }

    /// <summary>A machine's life under a random world: tasks succeed, fail in several ways, keep silent or answer by callback, and sometimes someone stops it or has it go on.</summary>
    private static Simulation Course(string definition, Random luck)
    {
        var run = Simulation.Of(definition, Input, _ => luck.Next(8) switch
        {
            0 => Answer.Failure("E1", "one"),
            1 => Answer.Failure("E2"),
            2 => Answer.Never,
            3 => Answer.Submitted("""{"accepted":true}"""),
            _ => Answer.With("""{"flag":1,"n":2.0}"""),
        }, luck.Next(3) == 0 ? ExecutionLimits.Standard with { HistoryEvents = luck.Next(4, 60) } : null);
        Live(run, luck);
        for (var redrives = luck.Next(4); redrives > 0 && run.Give(new Fact.Redriven(run.Now, luck.Next(2) == 0 ? null : $"token {redrives}")); redrives--)
        {
            Live(run, luck);
        }

        return run;
    }

    private static void Live(Simulation run, Random luck)
    {
        for (var step = 0; step < 60 && run.Step(); step++)
        {
            if (luck.Next(6) == 0 && run.Execution.Outstanding().OfType<Effect.InvokeTask>().FirstOrDefault() is { } pending)
            {
                run.Give(luck.Next(2) == 0
                    ? new Fact.TaskHeartbeat(run.Now, pending.Request.Task)
                    : new Fact.TaskSucceeded(run.Now, pending.Request.Task, Json.Of("by callback")));
            }
        }

        if (luck.Next(4) == 0)
        {
            run.Give(new Fact.Stopped(run.Now, new Failure("Stopped", "by hand")));
        }
    }

    private static (Execution Execution, List<Effect> Effects, List<HistoryEvent> History) Follow(StateMachine machine, IEnumerable<Fact> journal)
    {
        var execution = new Execution(machine);
        var effects = new List<Effect>();
        var history = new List<HistoryEvent>();
        foreach (var fact in journal)
        {
            Assert.True(execution.Apply(fact, effects, history));
        }

        return (execution, effects, history);
    }

    /// <summary>What a course of facts and effects leaves open: tasks and timers asked for and neither reported, cancelled nor fired.</summary>
    private static IOrderedEnumerable<string> Open(IEnumerable<Fact> journal, IEnumerable<Effect> effects)
    {
        var open = effects.Where(effect => effect is Effect.InvokeTask or Effect.SetTimer or Effect.Continue).Select(Key).ToHashSet();
        open.ExceptWith(effects.OfType<Effect.CancelTask>().Select(cancel => $"task {cancel.Task}"));
        open.ExceptWith(effects.OfType<Effect.CancelTimer>().Select(cancel => $"timer {cancel.Timer}"));
        open.ExceptWith(journal.Select(fact => fact switch
        {
            Fact.TaskSubmitted submitted => $"task {submitted.Task}",
            Fact.TaskSucceeded succeeded => $"task {succeeded.Task}",
            Fact.TaskFailed failed => $"task {failed.Task}",
            Fact.TimerFired fired => $"timer {fired.Timer}",
            Fact.Continued => "turn",
            _ => "",
        }));
        return open.Order();
    }

    private static string Key(Effect effect) => effect switch
    {
        Effect.InvokeTask invoke => $"task {invoke.Request.Task}",
        Effect.SetTimer set => $"timer {set.Timer}",
        Effect.Continue => "turn",
        _ => throw new ArgumentException($"expected a task, a timer or a turn, found {effect}", nameof(effect)),
    };
}
