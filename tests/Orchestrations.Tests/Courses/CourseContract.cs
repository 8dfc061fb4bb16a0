using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Courses;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.Orchestrations.Tests.Engine;
using TaskOrchestration.Orchestrations.Tests.Executions;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.Observing;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.Courses;

/// <summary>How executions are looked at and watched, on every host.</summary>
public abstract class CourseContract(ExecutionHost host) : IAsyncLifetime
{
    private const string Minute = """{"seconds":60}""";

    private const string Nesting = """
        {
          "StartAt": "Nest",
          "States": { "Nest": { "Type": "Task", "Resource": "arn:aws:states:::states:startExecution", "Parameters": { "StateMachineArn": "arn:aws:states:us-east-1:123456789012:stateMachine:other" }, "End": true } }
        }
        """;

    private static readonly CourseLimits Narrow = new() { FactsPerStretch = 2, EventsPerStretch = 3, BytesKept = 1_000 };

    private ExecutionCourses courses = null!;
    private string machineArn = "";

    private IExecutionService Executions => host.Executions;

    private IFactSource Facts => host.Facts;

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => host.DisposeAsync().AsTask();

    [Fact]
    public async Task An_execution_that_is_not_there_has_no_facts()
    {
        await OpenAsync(Definitions.OneTask);

        Assert.Null(await Facts.FindAsync("arn:aws:states:us-east-1:123456789012:execution:machine:none"));
        Assert.Null(await Facts.FindAsync("nonsense"));
        Assert.Null(await courses.FindAsync("arn:aws:states:us-east-1:123456789012:execution:machine:none"));
    }

    [Fact]
    public async Task Facts_are_read_in_pieces_as_in_one()
    {
        await OpenAsync(Definitions.TwoTasks);
        var arn = await RunAsync();
        var log = (await Facts.FindAsync(arn))!;

        var whole = (await log.ReadAsync(0, 100)).Facts;
        List<Fact> pieces = [];
        while ((await log.ReadAsync(pieces.Count, 1)).Facts is [var fact])
        {
            pieces.Add(fact);
        }

        Assert.Equal(whole, pieces);
        Assert.Equal([FactKind.Started, FactKind.TaskSucceeded, FactKind.TaskSucceeded], whole.Select(FactKinds.Of));
        Assert.Equal((arn, ExecutionStatus.Succeeded, 0), (log.ExecutionArn, log.Status, log.RedriveCount));
    }

    [Fact]
    public async Task An_execution_is_told_from_a_later_look_at_none_and_from_others_always()
    {
        await OpenAsync(Definitions.OneTask);
        var (one, other) = (await RunAsync(), await RunAsync());

        Assert.Equal((await Facts.FindAsync(one))!.Identity, (await Facts.FindAsync(one))!.Identity);
        Assert.NotEqual((await Facts.FindAsync(one))!.Identity, (await Facts.FindAsync(other))!.Identity);
    }

    [Fact]
    public async Task A_watch_tells_that_there_is_more()
    {
        await OpenAsync(Definitions.Pause);
        var arn = (await StartAsync(Minute)).ExecutionArn;
        var log = (await Facts.FindAsync(arn))!;
        using var watch = log.Watch();
        var told = watch.NextAsync(foundSome: true).AsTask();
        await host.PassAsync(Executions.StopAsync(arn, error: null, cause: null).AsTask());

        IReadOnlyList<Fact> more;
        for (more = []; more.Count == 0; told = watch.NextAsync(foundSome: true).AsTask())
        {
            await host.PassAsync(told);
            more = (await log.ReadAsync(1, 100)).Facts;
        }

        Assert.Equal([FactKind.Stopped], more.Select(FactKinds.Of));
    }

    [Fact]
    public async Task A_watch_that_is_given_up_ends()
    {
        await OpenAsync(Definitions.Pause);
        var log = (await Facts.FindAsync((await StartAsync(Minute)).ExecutionArn))!;
        using var watch = log.Watch();
        using var enough = new CancellationTokenSource();
        var told = watch.NextAsync(foundSome: true, enough.Token).AsTask();

        await enough.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => told);
    }

    [Fact]
    public async Task A_reader_reads_the_history_and_goes_on_through_the_end_and_a_redrive()
    {
        await OpenAsync(Definitions.Pause);
        var arn = (await StartAsync(Minute)).ExecutionArn;
        var course = (await courses.FindAsync(arn))!;
        using var reader = course.Read(after: 0);
        List<HistoryEvent> read = [];

        Assert.Equal(ExecutionStatus.Running, (await ReadUpToAsync(reader, read, standing => standing.EventCount > 0)).Status);
        await host.PassAsync(Executions.StopAsync(arn, "Enough", cause: null).AsTask());
        Assert.Equal(new Failure("Enough", Cause: null), (await ReadUpToAsync(reader, read, standing => standing.Status == ExecutionStatus.Aborted)).Failure);
        await Executions.RedriveAsync(arn);
        Assert.Equal(1, (await ReadUpToAsync(reader, read, standing => standing.Status == ExecutionStatus.Running)).RedriveCount);

        Assert.Equal(await HistoryAsync(arn), read);
    }

    [Fact]
    public async Task Many_readers_read_the_same()
    {
        await OpenAsync(Definitions.TwoTasks);
        var arn = await RunAsync();

        var histories = await Task.WhenAll(Enumerable.Range(0, 8).Select(async after =>
        {
            using var reader = (await courses.FindAsync(arn))!.Read(after);
            List<HistoryEvent> read = [];
            await ReadUpToAsync(reader, read, standing => standing.Status == ExecutionStatus.Succeeded);
            return read;
        }));

        var history = await HistoryAsync(arn);
        Assert.All(histories.Select((read, after) => (read, after)), one => Assert.Equal(history.Skip(one.after), one.read));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_moment_of_the_last_fact_is_the_execution_as_it_stands(bool fails)
    {
        await OpenAsync(Definitions.TwoTasks, new ScriptedRouter(call => fails && call.Request.StateName == "second"
            ? ScriptedRouter.Failed("Broken", "by design")
            : new TaskOutcome.Succeeded(Json.Of(call.Request.StateName))));
        var arn = await RunAsync();
        var course = (await courses.FindAsync(arn))!;
        var (facts, count) = await course.FactsAsync(after: -1, limit: 100);

        var last = (await course.MomentAsync(count - 1))!;

        var described = await Executions.DescribeAsync(arn);
        Assert.Equal((described.Summary.Status, described.Output, described.Failure), (last.Status, last.Output, last.Failure));
        Assert.Equal(facts[^1], last.Fact);
        Assert.Equal((await HistoryAsync(arn)).Count, last.Fact.LastEvent);
        Assert.Empty(last.States);
        Assert.Null(await course.MomentAsync(count));
    }

    [Fact]
    public async Task A_moment_shows_what_the_execution_was_in()
    {
        await OpenAsync(Definitions.Pause);
        var started = await StartAsync(Minute);
        var course = (await courses.FindAsync(started.ExecutionArn))!;

        var moment = (await course.MomentAsync(0))!;

        var state = Assert.Single(moment.States);
        Assert.Equal(("pause", StateActivity.Waiting, started.StartDate, 2L, Json.Parse(Minute)), (state.State.Name, state.Activity, state.Since, state.EnteredEvent, state.Input));
    }

    [Fact]
    public async Task A_visit_shows_the_data_as_it_went_through_the_state()
    {
        await OpenAsync(Definitions.TwoTasks, new ScriptedRouter(call => new TaskOutcome.Succeeded(Json.Of(call.Request.StateName))));
        var arn = await RunAsync("""{"a":1}""");
        var course = (await courses.FindAsync(arn))!;
        var history = await HistoryAsync(arn);
        var entered = history.Where(happened => happened.Details is HistoryDetails.StateEntered).Select(happened => happened.Id).ToList();

        var second = (await course.VisitAsync(entered[1]))!;

        Assert.Equal(("second", VisitStatus.Succeeded), (second.State.Name, second.Status));
        Assert.Equal(Json.Parse("""{"a":1,"first":"first"}"""), second.Stages[DataStage.Arguments]);
        Assert.Equal(Json.Of("second"), second.Stages[DataStage.Result]);
        Assert.Equal(Json.Parse("""{"a":1,"first":"first","second":"second"}"""), second.Output);
        Assert.Equal(history.Single(happened => happened.Id == second.ExitedEvent).Details, new HistoryDetails.StateExited("second", second.Output!, AssignedVariables: null));
        Assert.Null(await course.VisitAsync(1));
        Assert.Null(await course.VisitAsync(99));
    }

    [Fact]
    public async Task What_an_execution_has_started_is_told_with_the_event_that_brought_it()
    {
        await OpenAsync(Nesting, new ScriptedRouter(_ => new TaskOutcome.Succeeded(Json.Parse("""{"ExecutionArn":"arn:of:the:other","StartDate":1}"""))));
        var arn = await RunAsync();

        var standing = await (await courses.FindAsync(arn))!.StandingAsync();

        var succeeded = (await HistoryAsync(arn)).Single(happened => happened.Type == HistoryEventType.TaskSucceeded);
        Assert.Equal([new CourseLink(succeeded.Id, "arn:of:the:other", IsMapRun: false)], standing.Links);
    }

    [Fact]
    public async Task Where_it_stands_counts_facts_events_and_states()
    {
        await OpenAsync(Definitions.TwoTasks);
        var arn = await RunAsync();

        var standing = await (await courses.FindAsync(arn))!.StandingAsync();

        Assert.Equal((3, (long)(await HistoryAsync(arn)).Count, 2L), (standing.FactCount, standing.EventCount, standing.Transitions));
    }

    private async Task OpenAsync(string definition, ITaskRouter? router = null)
    {
        await host.OpenAsync(router ?? new ScriptedRouter());
        courses = new ExecutionCourses(Facts, Narrow);
        machineArn = (await host.Catalog.CreateAsync(new StateMachineDraft { Name = "machine", Definition = definition, RoleArn = "arn:aws:iam::123456789012:role/test" })).Arn;
    }

    private ValueTask<StartedExecution> StartAsync(string input = "{}") => Executions.StartAsync(new StartRequest { StateMachineArn = machineArn, Input = Json.Parse(input) });

    private async Task<string> RunAsync(string input = "{}")
    {
        var started = await StartAsync(input);
        await Executions.WaitForEndAsync(started.ExecutionArn);
        return started.ExecutionArn;
    }

    private async Task<IReadOnlyList<HistoryEvent>> HistoryAsync(string arn) => (await Executions.GetHistoryAsync(arn, reverse: false, limit: 1_000, cursor: null)).Items;

    private async Task<CourseStanding> ReadUpToAsync(CourseReader reader, List<HistoryEvent> read, Func<CourseStanding, bool> isEnough)
    {
        while (true)
        {
            var next = await reader.ReadAsync(limit: 2);
            read.AddRange(next.Events);
            if (next.Standing is { } standing)
            {
                if (isEnough(standing))
                {
                    return standing;
                }

                await host.PassAsync(reader.MoreAsync());
            }
        }
    }
}
