using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.StatesLanguage.Tests.Executions;

public sealed class RedriveTests
{
    private const string OneTask = """
        {"StartAt":"Before","States":{
          "Before":{"Type":"Pass","Next":"Work"},
          "Work":{"Type":"Task","Resource":"work","TimeoutSeconds":60,"Retry":[{"ErrorEquals":["Weak"],"IntervalSeconds":5,"MaxAttempts":1}],"End":true}}}
        """;

    private const string Branches = """
        {"StartAt":"P","States":{"P":{"Type":"Parallel","Branches":[
          {"StartAt":"A","States":{"A":{"Type":"Task","Resource":"a","End":true}}},
          {"StartAt":"B","States":{"B":{"Type":"Task","Resource":"b","End":true}}},
          {"StartAt":"C","States":{"C":{"Type":"Task","Resource":"c","End":true}}}],"End":true}}}
        """;

    private bool isBroken = true;

    [Fact]
    public void Goes_on_with_the_state_that_failed_without_entering_it_again()
    {
        var run = Failed(OneTask, _ => isBroken ? Answer.Failure("Strong") : Answer.With("7"));
        var before = run.History.Count;

        Assert.True(Redrive(run));
        run.ToTheEnd();

        Assert.Equal((ExecutionStatus.Succeeded, Json.Of(7)), (run.Execution.Status, run.Execution.Output));
        var entered = run.History.Single(happened => happened.Type == HistoryEventType.TaskStateEntered).Id;
        Assert.Equal(
            [
                (HistoryEventType.ExecutionRedriven, before),
                (HistoryEventType.LambdaFunctionScheduled, entered),
                (HistoryEventType.LambdaFunctionStarted, before + 2),
                (HistoryEventType.LambdaFunctionSucceeded, before + 3),
                (HistoryEventType.TaskStateExited, before + 4),
                (HistoryEventType.ExecutionSucceeded, before + 5),
            ],
            run.History.Skip(before).Select(happened => (happened.Type, happened.PreviousId)));
        Assert.Equal(new HistoryDetails.ExecutionRedriven(1), run.History[before].Details);
    }

    [Fact]
    public void Asks_for_the_same_work_under_a_new_number_and_counts_retries_anew()
    {
        var run = Failed(OneTask, _ => isBroken ? Answer.Failure("Weak") : Answer.With("{}"));
        isBroken = true;

        Redrive(run);
        run.ToTheEnd();

        Assert.Equal(ExecutionStatus.Failed, run.Execution.Status);
        Assert.Equal([0, 1, 0, 1], run.Tasks.Select(task => task.RetryCount));
        Assert.Single(run.Tasks.Select(task => task.IdempotencyToken).Distinct());
        Assert.Equal(4, run.Tasks.Select(task => task.TaskToken).Distinct().Count());
    }

    [Fact]
    public void Listens_no_more_to_the_task_it_asked_for_before()
    {
        var run = Simulation.Of(OneTask, answer: _ => Answer.Never);
        var first = run.Tasks.Single().Task;
        run.Give(new Fact.Stopped(run.Now, new Failure(null, null)));

        Redrive(run);

        Assert.False(run.Give(new Fact.TaskSucceeded(run.Now, first, Json.Null)));
        Assert.True(run.Give(new Fact.TaskSucceeded(run.Now, run.Tasks.Last().Task, Json.Null)));
        Assert.Equal(ExecutionStatus.Succeeded, run.Execution.Status);
    }

    [Fact]
    public void Has_only_those_branches_go_on_that_did_not_succeed()
    {
        var run = Failed(Branches, task => task.StateName switch
        {
            "A" => Answer.With("1"),
            "B" when isBroken => Answer.Failure("E"),
            "C" when isBroken => Answer.Never,
            _ => Answer.With("2"),
        });

        Redrive(run);
        run.ToTheEnd();

        Assert.Equal(Json.Parse("[1,2,2]"), run.Execution.Output);
        Assert.Equal(["A", "B", "C", "B", "C"], run.Tasks.Select(task => task.StateName));
    }

    [Fact]
    public void Has_only_those_iterations_go_on_that_did_not_succeed_and_no_more_at_once_than_may()
    {
        const string definition = """
            {"StartAt":"M","States":{"M":{"Type":"Map","MaxConcurrency":1,"ToleratedFailureCount":1,"ItemProcessor":{
              "StartAt":"W","States":{"W":{"Type":"Task","Resource":"w","End":true}}},"End":true}}}
            """;
        var run = new Simulation(
            Simulation.Machine(definition),
            Json.Parse("[10,21,30,41,50]"),
            task => isBroken && task.Input.ToString().EndsWith('1') ? Answer.Failure("Odd") : Answer.With(task.Input)).ToTheEnd();
        Assert.Equal((ExecutionStatus.Failed, "States.ExceedToleratedFailureThreshold"), (run.Execution.Status, run.Execution.Failure?.Error));
        isBroken = false;

        Redrive(run);
        Assert.Single(run.Execution.Outstanding().OfType<Effect.InvokeTask>());
        run.ToTheEnd();

        Assert.Equal(Json.Parse("[10,21,30,41,50]"), run.Execution.Output);
        Assert.Equal("10 21 30 41 21 41 50", string.Join(' ', run.Tasks.Select(task => task.Input)));
    }

    [Fact]
    public void Begins_a_map_anew_whose_result_was_too_large()
    {
        const string definition = """
            {"StartAt":"M","States":{"M":{"Type":"Map","ItemProcessor":{"StartAt":"W","States":{"W":{"Type":"Task","Resource":"w","End":true}}},"End":true}}}
            """;
        var run = new Simulation(
            Simulation.Machine(definition),
            Json.Parse("[1,2]"),
            _ => Answer.With(Json.Of(new string('x', isBroken ? 60 : 10))),
            ExecutionLimits.Standard with { PayloadBytes = 100 }).ToTheEnd();
        Assert.Equal(Failure.DataLimitExceeded, run.Execution.Failure?.Error);
        isBroken = false;

        Redrive(run);
        run.ToTheEnd();

        Assert.Equal(ExecutionStatus.Succeeded, run.Execution.Status);
        Assert.Equal("1 2 1 2", string.Join(' ', run.Tasks.Select(task => task.Input)));
    }

    [Fact]
    public void Enters_a_fail_state_again()
    {
        var run = Simulation.Run("""{"StartAt":"F","States":{"F":{"Type":"Fail","Error":"E"}}}""");

        Redrive(run);

        Assert.Equal((ExecutionStatus.Failed, 1), (run.Execution.Status, run.Execution.RedriveCount));
        Assert.Equal(
            [
                HistoryEventType.ExecutionStarted, HistoryEventType.FailStateEntered, HistoryEventType.ExecutionFailed,
                HistoryEventType.ExecutionRedriven, HistoryEventType.FailStateEntered, HistoryEventType.ExecutionFailed,
            ],
            run.EventTypes);
        Assert.Equal([0, 0, 2, 3, 4, 5], run.History.Select(happened => happened.PreviousId));
    }

    [Fact]
    public void Waits_the_whole_time_again()
    {
        var run = Simulation.Of("""{"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":30,"End":true}}}""");
        run.Give(new Fact.Stopped(run.Now.AddSeconds(20), new Failure(null, null)));

        Redrive(run, Simulation.Beginning.AddMinutes(10));
        run.ToTheEnd();

        Assert.Equal(Simulation.Beginning.AddMinutes(10).AddSeconds(30), run.Execution.StoppedAt);
    }

    [Fact]
    public void Has_the_whole_time_limit_of_the_machine_again()
    {
        var run = Simulation.Run("""{"StartAt":"W","TimeoutSeconds":30,"States":{"W":{"Type":"Wait","Timestamp":"2026-01-31T08:30:40Z","End":true}}}""");
        Assert.Equal((ExecutionStatus.TimedOut, Simulation.Beginning.AddSeconds(30)), (run.Execution.Status, run.Execution.StoppedAt));

        Redrive(run);
        run.ToTheEnd();

        Assert.Equal((ExecutionStatus.Succeeded, Simulation.Beginning.AddSeconds(40)), (run.Execution.Status, run.Execution.StoppedAt));
    }

    [Fact]
    public void Shows_the_redrive_in_the_context_object()
    {
        const string definition = """
            {"StartAt":"Work","States":{
              "Work":{"Type":"Task","Resource":"work","Next":"Show"},
              "Show":{"Type":"Pass","Parameters":{"count.$":"$$.Execution.RedriveCount","time.$":"$$.Execution.RedriveTime"},"End":true}}}
            """;
        var run = Failed(definition, _ => isBroken ? Answer.Failure("E") : Answer.With("1"));

        Redrive(run, Simulation.Beginning.AddHours(1));
        run.ToTheEnd();

        Assert.Equal(Json.Parse("""{"count":1,"time":"2026-01-31T09:30:00.000Z"}"""), run.Execution.Output);
    }

    [Theory]
    [InlineData(14, true)]
    [InlineData(14.001, false)]
    public void May_be_redriven_for_fourteen_days(double days, bool may)
    {
        var run = Failed(OneTask, _ => Answer.Failure("Strong"));

        Assert.Equal(may, Redrive(run, Simulation.Beginning.AddDays(days)));
        Assert.Equal(may ? null : "Execution redrivable period exceeded", Failed(OneTask, _ => Answer.Failure("Strong")).Execution.WhyNotRedrivable(Simulation.Beginning.AddDays(days)));
    }

    [Fact]
    public void May_be_redriven_a_thousand_times()
    {
        var run = Simulation.Of("""{"StartAt":"F","States":{"F":{"Type":"Fail"}}}""", limits: ExecutionLimits.Standard);
        for (var i = 0; i < RedriveRules.MostRedrives; i++)
        {
            Assert.True(Redrive(run));
        }

        Assert.False(Redrive(run));
        Assert.Equal("Execution has exceeded the max number of redrives", run.Execution.WhyNotRedrivable(run.Now));
    }

    [Theory]
    [InlineData(5, true)]
    [InlineData(4, false)]
    public void Needs_room_in_the_history_for_two_events(long limit, bool may)
    {
        var run = Simulation.Run("""{"StartAt":"F","States":{"F":{"Type":"Fail"}}}""", limits: ExecutionLimits.Standard with { HistoryEvents = limit });

        Assert.Equal(may, Redrive(run));
        Assert.Equal(may ? 5 : 3, run.Execution.EventCount);
    }

    [Theory]
    [InlineData("""{"StartAt":"S","States":{"S":{"Type":"Succeed"}}}""", "Execution is SUCCEEDED and cannot be redriven")]
    [InlineData("""{"StartAt":"S","States":{"S":{"Type":"Wait","Seconds":9,"End":true}}}""", "Execution is RUNNING and cannot be redriven")]
    public void Is_only_for_executions_that_did_not_succeed(string definition, string reason)
    {
        var run = Simulation.Of(definition);

        Assert.False(Redrive(run));
        Assert.Equal(reason, run.Execution.WhyNotRedrivable(run.Now));
    }

    [Fact]
    public void Remembers_the_last_ten_client_tokens_for_a_quarter_of_an_hour()
    {
        var run = Simulation.Run("""{"StartAt":"F","States":{"F":{"Type":"Fail"}}}""");
        for (var minute = 0; minute < 11; minute++)
        {
            run.Give(new Fact.Redriven(Simulation.Beginning.AddMinutes(minute), $"token {minute}"));
        }

        var later = Execution.Restore(run.Execution.Machine, run.Execution.Snapshot());

        Assert.Null(later.RedrivenUnder("token 0", Simulation.Beginning.AddMinutes(10)));
        Assert.Equal(Simulation.Beginning.AddMinutes(1), later.RedrivenUnder("token 1", Simulation.Beginning.AddMinutes(16)));
        Assert.Null(later.RedrivenUnder("token 1", Simulation.Beginning.AddMinutes(17)));
    }

    private Simulation Failed(string definition, Func<TaskRequest, Answer> answer)
    {
        var run = Simulation.Run(definition, answer: answer);
        Assert.Equal(ExecutionStatus.Failed, run.Execution.Status);
        isBroken = false;
        return run;
    }

    private static bool Redrive(Simulation run, DateTimeOffset? at = null) => run.Give(new Fact.Redriven(at ?? run.Now, ClientToken: null));
}
