using TaskOrchestration.Orchestrations.Journals;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Tests.Journals;

/// <summary>What every journal does.</summary>
public abstract class JournalContract
{
    protected const string Machine = "arn:aws:states:us-east-1:123456789012:stateMachine:orders";
    protected const string OtherMachine = "arn:aws:states:us-east-1:123456789012:stateMachine:refunds";
    protected const string MapRun = "arn:aws:states:us-east-1:123456789012:mapRun:orders/each:run";
    protected static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, 250, TimeSpan.Zero);

    protected abstract IJournal Journal { get; }

    [Fact]
    public void Is_empty_at_first()
    {
        Assert.Equal(0, Journal.LastKey);
        Assert.Empty(Journal.ReadOpen());
        Assert.Empty(Journal.ReadFacts(1));
        Assert.Null(Journal.Find(Machine, "a"));
        Assert.Null(Journal.FindOutcome(1));
        Assert.Empty(Journal.List(Machine, status: null, long.MaxValue, 10));
    }

    [Fact]
    public void Finds_an_execution_by_machine_and_name()
    {
        Commit(Started(1, "a"), Started(2, "a", OtherMachine));

        Assert.Equal(Started(1, "a"), Journal.Find(Machine, "a"));
        Assert.Equal(Started(2, "a", OtherMachine), Journal.Find(OtherMachine, "a"));
        Assert.Null(Journal.Find(Machine, "b"));
        Assert.Equal(2, Journal.LastKey);
    }

    [Fact]
    public void Lists_those_alone_that_were_started_by_a_version_or_an_alias()
    {
        var plain = Started(1, "plain");
        var byVersion = Started(2, "version") with { Version = 3 };
        var byAlias = Started(3, "alias") with { Version = 3, Alias = "PROD" };
        var byOtherVersion = Started(4, "other", machine: Machine) with { Version = 33 };
        var ofOtherMachine = Started(5, "alias", OtherMachine) with { Version = 3, Alias = "PROD" };
        Commit(plain, byVersion, byAlias, byOtherVersion, ofOtherMachine);
        Commit(new JournalGroup { Ended = { Ended(2, ExecutionStatus.Failed) } });

        Assert.Equal([4, 3, 2, 1], Keys(Journal.List(Machine, status: null, long.MaxValue, 10)));
        Assert.Equal([3, 2], Keys(Journal.List($"{Machine}:3", status: null, long.MaxValue, 10)));
        Assert.Equal([2], Keys(Journal.List($"{Machine}:3", status: null, before: 3, 10)));
        Assert.Equal([2], Keys(Journal.List($"{Machine}:3", ExecutionStatus.Failed, long.MaxValue, 10)));
        Assert.Equal([byAlias], Journal.List($"{Machine}:PROD", status: null, long.MaxValue, 10));
        Assert.Equal([ofOtherMachine], Journal.List($"{OtherMachine}:PROD", status: null, long.MaxValue, 10, isRedriven: false));
        Assert.Empty(Journal.List($"{Machine}:TEST", status: null, long.MaxValue, 10));
        Assert.Equal(byVersion with { Status = ExecutionStatus.Failed, StopDate = Noon }, Journal.Find(Machine, "version"));
    }

    [Fact]
    public void Answers_the_facts_of_one_execution_in_order()
    {
        Commit(new JournalGroup
        {
            Started = { Started(1, "a"), Started(2, "b") },
            Rows = { new(1, 0, Birth("a")), new(2, 0, Birth("b")), new(1, 1, Success(1)) },
        });
        Commit(new JournalGroup { Rows = { new(1, 2, Success(2)), new(2, 1, Success(7)) } });

        Assert.Equal([Birth("a"), Success(1), Success(2)], Journal.ReadFacts(1));
        Assert.Equal([Birth("b"), Success(7)], Journal.ReadFacts(2));
    }

    [Fact]
    public void Answers_a_part_of_the_facts()
    {
        Commit(new JournalGroup { Started = { Started(1, "a") }, Rows = { new(1, 0, Birth("a")), new(1, 1, Success(1)), new(1, 2, Success(2)) } });

        Assert.Equal([Birth("a")], Journal.ReadFacts(1, limit: 1));
        Assert.Equal([Success(1), Success(2)], Journal.ReadFacts(1, from: 1));
        Assert.Empty(Journal.ReadFacts(1, from: 3));
    }

    [Fact]
    public void Keeps_facts_of_every_kind_as_they_are()
    {
        Fact[] facts =
        [
            Birth("a"),
            new Fact.TaskStarted(Noon, 1, "worker"),
            new Fact.TaskStarted(Noon, 1, Worker: null),
            new Fact.TaskSubmitted(Noon, 1, Json.Parse("""{"a":1.0}""")),
            new Fact.TaskHeartbeat(Noon, 1),
            new Fact.TaskSucceeded(Noon, 1, Json.Parse("""["ü", null, "\ud800"]""")),
            new Fact.TaskFailed(Noon, 2, new Failure("E", "because")),
            new Fact.TaskFailed(Noon, 2, new Failure(Error: null, Cause: null)),
            new Fact.TimerFired(Noon, 3),
            new Fact.Continued(Noon),
            new Fact.Stopped(Noon, new Failure("E", Cause: null)),
            new Fact.Redriven(Noon, "token"),
        ];
        var group = new JournalGroup { Started = { Started(1, "a") } };
        group.Rows.AddRange(facts.Select((fact, i) => new JournalRow(1, i, fact)));

        Commit(group);

        Assert.Equal(facts, Journal.ReadFacts(1));
    }

    [Fact]
    public void Keeps_how_an_execution_ended()
    {
        var succeeded = new ExecutionOutcome(1, ExecutionStatus.Succeeded, Noon.AddSeconds(5), Json.Parse("""{"ok":true}"""), Failure: null);
        var failed = new ExecutionOutcome(2, ExecutionStatus.Failed, Noon.AddSeconds(6), Output: null, new Failure("E", Cause: null)) { EventCount = 9 };
        Commit(Started(1, "a"), Started(2, "b"), Started(3, "c"));

        Commit(new JournalGroup { Ended = { succeeded, failed } });

        Assert.Equal(succeeded, Journal.FindOutcome(1));
        Assert.Equal(failed, Journal.FindOutcome(2));
        Assert.Null(Journal.FindOutcome(3));
        Assert.Equal(Started(1, "a") with { Status = ExecutionStatus.Succeeded, StopDate = Noon.AddSeconds(5) }, Journal.Find(Machine, "a"));
        Assert.Equal(9, Journal.Find(Machine, "b")!.EventCount);
        Assert.Equal([Started(3, "c")], Journal.ReadOpen());
    }

    [Fact]
    public void Has_an_execution_that_was_redriven_run_again_until_it_ends_again()
    {
        var redriven = Started(1, "a") with { RedriveCount = 2, RedriveDate = Noon.AddDays(2) };
        Commit(Started(1, "a"), Started(2, "b"));
        Commit(new JournalGroup { Ended = { Ended(1, ExecutionStatus.Failed) with { EventCount = 9 }, Ended(2, ExecutionStatus.Failed) } });

        Commit(new JournalGroup { Redriven = { new(1, RedriveCount: 2, RedriveDate: Noon.AddDays(2)) } });

        Assert.Equal(redriven, Journal.Find(Machine, "a"));
        Assert.Equal([redriven], Journal.ReadOpen());
        Assert.Null(Journal.FindOutcome(1));
        Assert.Equal([1L], Keys(Journal.List(Machine, ExecutionStatus.Running, long.MaxValue, 9)));
        Assert.Equal([1L], Keys(Journal.List(Machine, status: null, long.MaxValue, 9, isRedriven: true)));
        Assert.Equal([2L], Keys(Journal.List(Machine, status: null, long.MaxValue, 9, isRedriven: false)));
        Assert.Equal(1, Journal.Purge(Noon.AddYears(1), limit: 9));
        Assert.Equal([redriven], Journal.ReadOpen());

        var again = Ended(1, ExecutionStatus.Succeeded, Noon.AddDays(3));
        Commit(new JournalGroup { Redriven = { new(1, RedriveCount: 3, RedriveDate: Noon.AddDays(3)) }, Ended = { again } });

        Assert.Equal(again, Journal.FindOutcome(1));
        Assert.Equal(
            Started(1, "a") with { RedriveCount = 3, RedriveDate = Noon.AddDays(3), Status = ExecutionStatus.Succeeded, StopDate = Noon.AddDays(3) },
            Journal.Find(Machine, "a"));
    }

    [Fact]
    public void Keeps_an_execution_that_begins_and_ends_in_one_group()
    {
        var outcome = new ExecutionOutcome(1, ExecutionStatus.Aborted, Noon, Output: null, new Failure(Error: null, "enough"));

        Commit(new JournalGroup { Started = { Started(1, "a") }, Rows = { new(1, 0, Birth("a")) }, Ended = { outcome } });

        Assert.Equal(outcome, Journal.FindOutcome(1));
        Assert.Empty(Journal.ReadOpen());
    }

    [Fact]
    public void Lists_the_newest_first_page_by_page()
    {
        Commit(Started(1, "a"), Started(2, "b", OtherMachine), Started(3, "c"), Started(4, "d"), Started(5, "e"));
        Commit(new JournalGroup { Ended = { Ended(3, ExecutionStatus.Failed), Ended(4, ExecutionStatus.Succeeded) } });

        Assert.Equal([5L, 4], Keys(Journal.List(Machine, status: null, long.MaxValue, 2)));
        Assert.Equal([3L, 1], Keys(Journal.List(Machine, status: null, 4, 2)));
        Assert.Equal([5L, 1], Keys(Journal.List(Machine, ExecutionStatus.Running, long.MaxValue, 9)));
        Assert.Equal([3L], Keys(Journal.List(Machine, ExecutionStatus.Failed, long.MaxValue, 9)));
        Assert.Empty(Journal.List("arn:aws:states:us-east-1:123456789012:stateMachine:none", status: null, long.MaxValue, 9));
    }

    [Fact]
    public void Lists_the_children_of_a_Map_Run_and_none_of_another()
    {
        Commit(Started(1, "a"), Child(2, "b"), Child(3, "c"), Child(4, "d", "other"), Child(5, "e"));
        Commit(new JournalGroup { Ended = { Ended(3, ExecutionStatus.Failed), Ended(5, ExecutionStatus.Succeeded) } });
        Commit(new JournalGroup { Redriven = { new(3, RedriveCount: 1, RedriveDate: Noon) } });
        Commit(new JournalGroup { Ended = { Ended(3, ExecutionStatus.Failed) } });

        Assert.Equal([5L, 3, 2], Keys(Journal.ListChildren(MapRun, status: null, long.MaxValue, 10)));
        Assert.Equal([5L, 3], Keys(Journal.ListChildren(MapRun, status: null, long.MaxValue, 2)));
        Assert.Equal([2L], Keys(Journal.ListChildren(MapRun, status: null, before: 3, 10)));
        Assert.Equal([3L], Keys(Journal.ListChildren(MapRun, ExecutionStatus.Failed, long.MaxValue, 10)));
        Assert.Equal([3L], Keys(Journal.ListChildren(MapRun, status: null, long.MaxValue, 10, isRedriven: true)));
        Assert.Equal([5L, 2], Keys(Journal.ListChildren(MapRun, status: null, long.MaxValue, 10, isRedriven: false)));
        Assert.Empty(Journal.ListChildren("arn:aws:states:us-east-1:123456789012:mapRun:orders/none:none", status: null, long.MaxValue, 10));
    }

    [Fact]
    public void Knows_what_a_child_is_wherever_it_shows_it()
    {
        Commit(Child(1, "a"));

        Assert.Equal(Child(1, "a"), Journal.Find(Child(1, "a").StateMachineArn, "a"));
        Assert.Equal([Child(1, "a")], Journal.ReadOpen());
        Assert.Equal([Child(1, "a")], Journal.ListChildren(MapRun, status: null, long.MaxValue, 10));
        Assert.Equal([Child(1, "a")], Journal.List(Machine + "/each", status: null, long.MaxValue, 10));
        Assert.Equal(Machine, Child(1, "a").StoredMachineArn);
    }

    [Fact]
    public void Keeps_nothing_of_a_group_that_fails()
    {
        Commit(Started(1, "a"));

        Assert.Throws<JournalException>(() => Commit(new JournalGroup
        {
            Started = { Started(2, "b"), Started(3, "a") },
            Rows = { new(2, 0, Birth("b")), new(1, 0, Birth("a")) },
        }));

        Assert.Equal([Started(1, "a")], Journal.ReadOpen());
        Assert.Empty(Journal.ReadFacts(1));
        Assert.Empty(Journal.ReadFacts(2));
    }

    [Fact]
    public void Goes_on_after_a_group_that_failed()
    {
        Commit(Started(1, "a"));
        Assert.Throws<JournalException>(() => Commit(Started(2, "a")));

        Commit(Started(3, "c", OtherMachine));

        Assert.Equal([1L, 3], Keys(Journal.ReadOpen()));
    }

    [Fact]
    public void Purges_what_ended_before_a_moment_and_nothing_else()
    {
        Commit(new JournalGroup { Started = { Started(1, "a"), Started(2, "b"), Started(3, "c"), Started(4, "d") }, Rows = { new(1, 0, Birth("a")) } });
        Commit(new JournalGroup { Ended = { Ended(1, ExecutionStatus.Succeeded, Noon.AddDays(1)), Ended(3, ExecutionStatus.Failed, Noon.AddDays(2)), Ended(4, ExecutionStatus.Failed, Noon.AddDays(9)) } });

        Assert.Equal(1, Journal.Purge(Noon.AddDays(5), limit: 1));
        Assert.Equal(1, Journal.Purge(Noon.AddDays(5), limit: 9));
        Assert.Equal(0, Journal.Purge(Noon.AddDays(5), limit: 9));

        Assert.Equal([4L, 2], Keys(Journal.List(Machine, status: null, long.MaxValue, 9)));
        Assert.Null(Journal.Find(Machine, "a"));
        Assert.Empty(Journal.ReadFacts(1));
    }

    [Fact]
    public void A_purged_name_is_free_again()
    {
        Commit(Started(1, "a"));
        Commit(new JournalGroup { Ended = { Ended(1, ExecutionStatus.Succeeded) } });
        Journal.Purge(Noon.AddYears(1), limit: 9);

        Commit(Started(2, "a"));

        Assert.Equal(2, Journal.Find(Machine, "a")!.Key);
    }

    protected static ExecutionEntry Started(long key, string name, string machine = Machine) =>
        new() { Key = key, StateMachineArn = machine, Name = name, Revision = 7, StartDate = Noon };

    protected static ExecutionEntry Child(long key, string name, string mapRun = "run") => Started(key, name, $"{Machine}/each") with
    {
        Child = new ChildEntry($"arn:aws:states:us-east-1:123456789012:mapRun:orders/each:{mapRun}", "Each order", ItemCount: 3),
    };

    protected void Commit(params ExecutionEntry[] started)
    {
        var group = new JournalGroup();
        group.Started.AddRange(started);
        Commit(group);
    }

    protected void Commit(JournalGroup group) => Journal.Commit(group);

    protected static Fact Birth(string name) => new Fact.Started(Noon, new ExecutionStart
    {
        ExecutionArn = $"arn:aws:states:us-east-1:123456789012:execution:orders:{name}",
        Name = name,
        StateMachineArn = Machine,
        StateMachineName = "orders",
        RoleArn = "arn:aws:iam::123456789012:role/orders",
        Input = Json.Parse("""{"amount": 12.50}"""),
        Seed = new string('a', 64),
    });

    private static ExecutionOutcome Ended(long key, ExecutionStatus status, DateTimeOffset? at = null) => new(key, status, at ?? Noon, Output: null, Failure: null);

    private static Fact Success(long task) => new Fact.TaskSucceeded(Noon, task, Json.Of(task));

    private static IEnumerable<long> Keys(IEnumerable<ExecutionEntry> entries) => entries.Select(entry => entry.Key);
}
