using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.StatesLanguage.Tests.Executions;

public sealed class WorkerTaskTests
{
    private const string Activity = "arn:aws:states:us-east-1:123456789012:activity:work";

    [Fact]
    public void Is_scheduled_when_the_driver_keeps_it()
    {
        var run = Of(""" "End":true """);
        Assert.Equal([HistoryEventType.ExecutionStarted, HistoryEventType.TaskStateEntered], run.EventTypes);

        Assert.True(Keep(run));

        Assert.Equal(HistoryEventType.ActivityScheduled, run.History[^1].Type);
        Assert.Equal(new HistoryDetails.ActivityScheduled(Activity, Json.Parse("{}"), null, null), run.History[^1].Details);
        Assert.Equal([(run.Tasks.Single(), false)], run.Execution.TasksForWorkers().Select(task => (task.Request, task.IsStarted)));
        Assert.Empty(run.Execution.Outstanding());
        Assert.False(Keep(run));
    }

    [Fact]
    public void Waits_for_a_worker_until_one_that_has_it_is_heard_of()
    {
        var run = Of(""" "End":true """);
        Keep(run);
        var task = run.Tasks.Single().Task;

        run.Give(new Fact.TaskStarted(run.Now, task, "ada"));
        Assert.True(run.Execution.TasksForWorkers().Single().IsStarted);
        Assert.False(run.Give(new Fact.TaskStarted(run.Now, task, "bob")));
        run.Give(new Fact.TaskHeartbeat(run.Now, task));

        Assert.Empty(run.Execution.TasksForWorkers());
        run.Give(new Fact.TaskSucceeded(run.Now, task, Json.Of(7)));
        Assert.Equal(Json.Of(7), run.Execution.Output);
        Assert.Equal(
            [HistoryEventType.ActivityScheduled, HistoryEventType.ActivityStarted, HistoryEventType.ActivitySucceeded],
            run.EventTypes.Skip(2).Take(3));
    }

    [Fact]
    public void Fails_the_execution_with_no_event_of_its_own_where_there_is_no_such_activity()
    {
        var run = Simulation.Run(
            Machines.Task(""" "Retry":[{"ErrorEquals":["States.ALL"]}],"Catch":[{"ErrorEquals":["States.ALL"],"Next":"Caught"}],"End":true """, Activity),
            answer: _ => Answer.Failure("States.Runtime", $"The activity {Activity} does not exist."));

        Assert.Equal([HistoryEventType.ExecutionStarted, HistoryEventType.TaskStateEntered, HistoryEventType.ExecutionFailed], run.EventTypes);
        Assert.Equal(
            new Failure("States.Runtime", $"An error occurred while executing the state 'S' (entered at the event id #2). The activity {Activity} does not exist."),
            run.Execution.Failure);
    }

    [Fact]
    public void Says_so_where_it_could_not_be_scheduled()
    {
        var run = Simulation.Run(Machines.Task(""" "End":true """, Activity), answer: _ => Answer.Failure("Busy", "later"));

        Assert.Equal(
            [HistoryEventType.ActivityScheduled, HistoryEventType.ActivityScheduleFailed, HistoryEventType.ExecutionFailed],
            run.EventTypes.Skip(2));
        Assert.Equal(new HistoryDetails.Failed("Busy", "later"), run.History[^2].Details);
    }

    [Fact]
    public void Counts_the_time_between_signs_of_life_from_when_a_worker_takes_it()
    {
        var run = Of(""" "HeartbeatSeconds":10,"End":true """);
        Keep(run);
        Assert.Empty(run.Execution.Outstanding());
        var task = run.Tasks.Single().Task;

        var start = run.Now.AddHours(1);
        run.Give(new Fact.TaskStarted(start, task, "ada"));
        Assert.Equal(start.AddSeconds(10), Assert.Single(run.Execution.Outstanding().OfType<Effect.SetTimer>()).Due);
        run.Give(new Fact.TaskHeartbeat(start.AddSeconds(4), task));
        run.Step();

        Assert.Equal(start.AddSeconds(14), run.Now);
        Assert.Equal([HistoryEventType.ActivityStarted, HistoryEventType.ActivityTimedOut, HistoryEventType.ExecutionFailed], run.EventTypes.Skip(3));
        Assert.Equal("States.Timeout", run.Execution.Failure?.Error);
    }

    [Fact]
    public void Counts_its_own_time_from_when_it_is_asked_for()
    {
        var run = Of(""" "TimeoutSeconds":30,"End":true """);
        Keep(run);

        run.Step();

        Assert.Equal(Simulation.Beginning.AddSeconds(30), run.Execution.StoppedAt);
        Assert.Equal([HistoryEventType.ActivityScheduled, HistoryEventType.ActivityTimedOut, HistoryEventType.ExecutionFailed], run.EventTypes.Skip(2));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Goes_on_from_a_snapshot_at_any_moment(int after)
    {
        var definition = Machines.Task(""" "TimeoutSeconds":90,"HeartbeatSeconds":10,"End":true """, Activity);
        var run = Of(""" "TimeoutSeconds":90,"HeartbeatSeconds":10,"End":true """);
        var task = run.Tasks.Single().Task;
        Fact[] facts =
        [
            new Fact.TaskSubmitted(run.Now, task, Json.Null),
            new Fact.TaskStarted(run.Now.AddSeconds(1), task, "ada"),
            new Fact.TaskHeartbeat(run.Now.AddSeconds(2), task),
            new Fact.TaskSucceeded(run.Now.AddSeconds(3), task, Json.Of("done")),
        ];
        foreach (var fact in facts[..after])
        {
            run.Give(fact);
        }

        var restored = Execution.Restore(Simulation.Machine(definition), run.Execution.Snapshot());

        Assert.Equal(run.Execution.Outstanding(), restored.Outstanding());
        Assert.Equal(run.Execution.TasksForWorkers().Select(waiting => (waiting.Request, waiting.IsStarted)), restored.TasksForWorkers().Select(waiting => (waiting.Request, waiting.IsStarted)));
        var (events, again) = (new List<HistoryEvent>(), new List<HistoryEvent>());
        foreach (var fact in facts[after..])
        {
            run.Execution.Apply(fact, [], events);
            restored.Apply(fact, [], again);
        }

        Assert.Equal(events, again);
        Assert.Equal(Json.Of("done"), restored.Output);
    }

    private static Simulation Of(string fields) => Simulation.Of(Machines.Task(fields, Activity), answer: _ => Answer.Never);

    private static bool Keep(Simulation run) => run.Give(new Fact.TaskSubmitted(run.Now, run.Tasks.Last().Task, Json.Null));
}
