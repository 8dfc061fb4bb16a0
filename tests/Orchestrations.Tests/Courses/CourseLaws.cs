using TaskOrchestration.Orchestrations.Courses;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.Observing;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.Courses;

/// <summary>What holds for looking at every execution, however little of it is kept in memory.</summary>
public sealed class CourseLaws
{
    private const int Cases = 150;

    [Fact]
    public void Whoever_reads_reads_the_history_wherever_they_begin() => RandomCourses.Check(Cases, async (run, luck) =>
    {
        var course = await CourseAsync(new ListLog(run.Execution.Machine, run.Journal), luck);
        for (var reading = 0; reading < 3; reading++)
        {
            var after = luck.Next(run.History.Count + 1);
            Assert.Equal(run.History.Skip(after), await ReadAsync(course, after, luck));
        }
    });

    [Fact]
    public void Every_moment_is_the_execution_after_the_facts_up_to_it() => RandomCourses.Check(Cases, async (run, luck) =>
    {
        var course = await CourseAsync(new ListLog(run.Execution.Machine, run.Journal), luck);
        var state = new Execution(run.Execution.Machine);
        List<HistoryEvent> history = [];
        List<FactMoment> moments = [];
        foreach (var (index, fact) in run.Journal.Index())
        {
            state.Apply(fact, [], history);
            var moment = (await course.MomentAsync(index))!;

            Assert.Equal((state.Status, state.Output, state.Failure), (moment.Status, moment.Output, moment.Failure));
            Assert.Equal((index, fact.At, (long)history.Count), (moment.Fact.Index, moment.Fact.At, moment.Fact.LastEvent));
            Assert.Equal(state.OpenStates(), moment.States);
            Assert.Equal(state.Variables(), moment.Variables);
            moments.Add(moment.Fact);
        }

        Assert.Equal(moments, (await course.FactsAsync(after: -1, limit: int.MaxValue)).Facts);
        Assert.Equal((run.Execution.Status, run.Execution.EventCount, run.Execution.Transitions), await StandingAsync(course));
    });

    [Fact]
    public void The_states_it_is_in_are_those_that_the_history_has_entered_and_not_left() => RandomCourses.Check(Cases, async (run, luck) =>
    {
        var course = await CourseAsync(new ListLog(run.Execution.Machine, run.Journal), luck);
        foreach (var index in Enumerable.Range(0, run.Journal.Count))
        {
            var moment = (await course.MomentAsync(index))!;

            var entered = run.History.Take((int)moment.Fact.LastEvent).Where(happened => happened.Details is HistoryDetails.StateEntered).ToDictionary(happened => happened.Id);
            Assert.All(moment.States, state => Assert.Equal(new HistoryDetails.StateEntered(state.State.Name, state.Input), entered[state.EnteredEvent].Details));
            Assert.Equal(moment.States.Count, moment.States.Select(state => state.EnteredEvent).Distinct().Count());
        }
    });

    [Fact]
    public void A_visit_ends_with_what_the_history_says_of_it() => RandomCourses.Check(Cases, async (run, luck) =>
    {
        var course = await CourseAsync(new ListLog(run.Execution.Machine, run.Journal), luck);
        var left = new List<long>();
        foreach (var happened in run.History)
        {
            var visit = await course.VisitAsync(happened.Id);
            if (happened.Details is not HistoryDetails.StateEntered entered)
            {
                Assert.Null(visit);
                continue;
            }

            Assert.Equal((entered.Name, entered.Input), (visit!.State.Name, visit.Input));
            if (visit.ExitedEvent is { } exited)
            {
                left.Add(exited);
                Assert.Equal(run.History[(int)exited - 1].Details, new HistoryDetails.StateExited(entered.Name, visit.Output!, visit.Assigned));
                Assert.True(visit.Status is VisitStatus.Succeeded or VisitStatus.CaughtError);
            }
            else
            {
                Assert.True(visit.Status is VisitStatus.Running or VisitStatus.Retriable or VisitStatus.Failed or VisitStatus.Aborted);
            }
        }

        Assert.Equal(run.History.Where(happened => happened.Details is HistoryDetails.StateExited).Select(happened => happened.Id), left.Order());
    });

    [Fact]
    public void Looking_at_a_visit_changes_nothing() => RandomCourses.Check(Cases, (run, luck) =>
    {
        var observed = new Execution(run.Execution.Machine);
        _ = new VisitWatch(observed, luck.Next(1, run.History.Count + 1));
        List<HistoryEvent> history = [];
        List<Effect> effects = [];

        run.Journal.ForEach(fact => observed.Apply(fact, effects, history));

        Assert.Equal(run.History, history);
        Assert.Equal(run.Effects, effects);
        Assert.Equal(run.Execution.Snapshot(), observed.Snapshot());
        return Task.CompletedTask;
    });

    [Fact]
    public void Facts_that_never_happened_are_taken_back() => RandomCourses.Check(Cases, async (run, luck) =>
    {
        if (run.Journal.Count < 2)
        {
            return;
        }

        var place = luck.Next(1, run.Journal.Count);
        var log = new ListLog(run.Execution.Machine, [.. run.Journal.Take(place), new Fact.Stopped(run.Journal[place - 1].At, new Failure("Never", "happened"))]);
        var course = await CourseAsync(log, luck);
        using var reader = course.Read(after: 0);
        List<HistoryEvent> read = [];
        await ReadOnAsync(reader, read, luck);

        log.Replace(place, run.Journal.Skip(place));
        await course.RefreshAsync(log, CancellationToken.None);
        await ReadOnAsync(reader, read, luck);

        Assert.Equal(run.History, read);
    });

    [Fact]
    public async Task A_long_history_is_derived_once_however_many_read_it()
    {
        var run = Simulation.Run(
            """{"StartAt":"Each","States":{"Each":{"Type":"Map","ItemsPath":"$","MaxConcurrency":1,"ItemProcessor":{"StartAt":"Do","States":{"Do":{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:123456789012:function:do","End":true}}},"End":true}}}""",
            $"[{string.Join(',', Enumerable.Range(0, 3_000))}]");
        var log = new ListLog(run.Execution.Machine, run.Journal);
        var courses = new ExecutionCourses(new ListSource(log), new CourseLimits());
        var course = (await courses.FindAsync("it"))!;

        var counts = await Task.WhenAll(Enumerable.Range(0, 100).Select(async _ => (await ReadAsync(course, after: 0, new Random(1), limit: 500)).Count));

        Assert.All(counts, count => Assert.Equal(run.History.Count, count));
        Assert.Equal(run.Journal.Count, log.Read);
    }

    private static async Task<Course> CourseAsync(ListLog log, Random luck) => (await new ExecutionCourses(
        new ListSource(log),
        new CourseLimits { FactsPerStretch = luck.Next(1, 5), EventsPerStretch = luck.Next(1, 12), BytesKept = luck.Next(3_000) }).FindAsync("it"))!;

    private static async Task<List<HistoryEvent>> ReadAsync(Course course, long after, Random luck, int? limit = null)
    {
        using var reader = course.Read(after);
        List<HistoryEvent> read = [];
        await ReadOnAsync(reader, read, luck, limit);
        return read;
    }

    private static async Task ReadOnAsync(CourseReader reader, List<HistoryEvent> read, Random luck, int? limit = null)
    {
        while (await reader.ReadAsync(limit ?? luck.Next(1, 9)) is { Standing: null } next)
        {
            if (next.RewoundTo is { } stayed)
            {
                read.RemoveAll(happened => happened.Id > stayed);
            }

            read.AddRange(next.Events);
        }
    }

    private static async Task<(ExecutionStatus Status, long Events, long Transitions)> StandingAsync(Course course)
    {
        var standing = await course.StandingAsync();
        return (standing.Status, standing.EventCount, standing.Transitions);
    }
}
