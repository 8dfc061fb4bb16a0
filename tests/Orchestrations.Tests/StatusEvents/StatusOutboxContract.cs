using TaskOrchestration.Orchestrations.StatusEvents;
using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Orchestrations.Tests.StatusEvents;

/// <summary>What every <see cref="IStatusOutbox"/> must do.</summary>
public abstract class StatusOutboxContract
{
    private const string Billing = "billing";

    protected static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, 250, TimeSpan.Zero);

    private static readonly DateTimeOffset Later = Noon.AddMinutes(1);

    protected abstract IStatusOutbox Outbox { get; }

    [Fact]
    public async Task Has_nothing_that_was_never_added()
    {
        Assert.Empty(await TakeAsync());
        Assert.Empty(await Outbox.SubscriptionsAsync());
        Assert.Equal(new OutboxCounts(0, null, 0), await Outbox.CountAsync(Billing));
        Assert.Empty(await Outbox.ListDeadAsync(Billing, 10, after: null));
        Assert.Null(await Outbox.ReviveAsync(Billing, "1-1", Noon));
        Assert.Equal(0, await Outbox.PurgeDeadAsync(DateTimeOffset.MaxValue.AddDays(-1), 10));
    }

    [Fact]
    public async Task Keeps_a_change_as_it_is_and_adds_it_once()
    {
        var failed = Change("one", ReportedStatus.Failed) with { Failure = new Failure("Broken", "a long story") };

        await Outbox.AddAsync([failed]);
        await Outbox.AddAsync([failed with { At = Later }]);

        Assert.Equal([(failed, 0, Noon)], (await TakeAsync()).Select(entry => (entry.Change, entry.Attempts, entry.Since)));
        Assert.Equal(new OutboxCounts(1, Noon, 0), await Outbox.CountAsync(Billing));
    }

    [Fact]
    public async Task Gives_the_changes_of_one_execution_one_after_the_other_in_their_order()
    {
        StatusChange[] inOrder =
        [
            Change("one", ReportedStatus.Running),
            Change("one", ReportedStatus.Failed) with { Failure = new Failure("Broken", null) },
            Change("one", ReportedStatus.PendingRedrive, redrives: 1),
            Change("one", ReportedStatus.Running, redrives: 1),
            Change("one", ReportedStatus.Succeeded, redrives: 1),
        ];
        await Outbox.AddAsync([.. inOrder.Reverse()]);

        var given = new List<StatusChange>();
        while (await TakeAsync() is [var entry])
        {
            given.Add(entry.Change);
            await Outbox.RecordAsync([new DeliveryResult.Settled(entry)]);
        }

        Assert.Equal(inOrder, given);
        Assert.Empty(await Outbox.SubscriptionsAsync());
    }

    [Fact]
    public async Task Lets_no_execution_wait_for_another_one()
    {
        await Outbox.AddAsync([Change("one", ReportedStatus.Running), Change("one", ReportedStatus.Succeeded), Change("two", ReportedStatus.Running)]);
        var first = (await TakeAsync()).Single(entry => entry.Change.ExecutionArn == Arn("one"));
        await Outbox.RecordAsync([new DeliveryResult.Postponed(first, Noon.AddHours(1), "nobody is there")]);

        var taken = await Outbox.TakeAsync(Billing, Later.AddMinutes(5), Later.AddMinutes(6), 10);

        Assert.Equal([Change("two", ReportedStatus.Running)], taken.Select(entry => entry.Change));
    }

    [Fact]
    public async Task Gives_again_what_was_postponed_when_its_time_has_come()
    {
        await Outbox.AddAsync([Change("one", ReportedStatus.Running)]);
        await Outbox.RecordAsync([new DeliveryResult.Postponed(Assert.Single(await TakeAsync()), Noon.AddMinutes(10), "nobody is there")]);

        Assert.Empty(await Outbox.TakeAsync(Billing, Noon.AddMinutes(10).AddMilliseconds(-1), Noon.AddMinutes(20), 10));
        var again = Assert.Single(await Outbox.TakeAsync(Billing, Noon.AddMinutes(10), Noon.AddMinutes(20), 10));
        Assert.Equal((1, Noon), (again.Attempts, again.Since));
    }

    [Fact]
    public async Task Keeps_subscriptions_apart()
    {
        var others = Change("one", ReportedStatus.Running) with { Subscription = "rules/audit" };
        await Outbox.AddAsync([Change("one", ReportedStatus.Running), others]);

        await Outbox.RecordAsync([new DeliveryResult.Settled(Assert.Single(await TakeAsync()))]);

        Assert.Equal(["rules/audit"], await Outbox.SubscriptionsAsync());
        Assert.Equal(others, Assert.Single(await Outbox.TakeAsync("rules/audit", Noon, Later, 10)).Change);
    }

    [Fact]
    public async Task Looks_where_it_is_told_to()
    {
        await Outbox.AddAsync([Change("one", ReportedStatus.Running)]);

        Assert.Equal(Change("one", ReportedStatus.Running), Assert.Single(await Outbox.TakeAsync(Billing, Noon, Later, 10, [Arn("one")])).Change);
    }

    [Fact]
    public async Task Takes_no_more_than_it_is_asked_for()
    {
        await Outbox.AddAsync([.. Enumerable.Range(0, 5).Select(number => Change($"execution-{number}", ReportedStatus.Running))]);

        Assert.Equal(3, (await Outbox.TakeAsync(Billing, Noon, Later, 3)).Count);
    }

    [Fact]
    public async Task Keeps_what_was_given_up_and_goes_on_with_the_next_of_the_execution()
    {
        await Outbox.AddAsync([Change("one", ReportedStatus.Running), Change("one", ReportedStatus.Succeeded)]);
        await Outbox.RecordAsync([new DeliveryResult.Dead(Assert.Single(await TakeAsync()), Later, "status 400")]);

        Assert.Equal(Change("one", ReportedStatus.Succeeded), Assert.Single(await TakeAsync()).Change);
        var dead = Assert.Single(await Outbox.ListDeadAsync(Billing, 10, after: null));
        Assert.Equal((Change("one", ReportedStatus.Running), 1, Later, "status 400"), (dead.Change, dead.Attempts, dead.DiedAt, dead.Reason));
        Assert.Equal(new OutboxCounts(1, Noon, 1), await Outbox.CountAsync(Billing));
    }

    [Fact]
    public async Task Lists_the_dead_page_by_page_the_latest_first()
    {
        for (var number = 0; number < 5; number++)
        {
            await Outbox.AddAsync([Change($"execution-{number}", ReportedStatus.Running)]);
            await Outbox.RecordAsync([new DeliveryResult.Dead(Assert.Single(await TakeAsync()), Later.AddSeconds(number), "status 400")]);
        }

        var first = await Outbox.ListDeadAsync(Billing, 3, after: null);
        var second = await Outbox.ListDeadAsync(Billing, 3, after: first[^1].Place);

        Assert.Equal([4, 3, 2, 1, 0], first.Concat(second).Select(dead => dead.Change.ExecutionArn[^1] - '0'));
    }

    [Fact]
    public async Task Takes_up_again_what_was_given_up()
    {
        await Outbox.AddAsync([Change("one", ReportedStatus.Aborted) with { Failure = new Failure(null, null) }]);
        await Outbox.RecordAsync([new DeliveryResult.Dead(Assert.Single(await TakeAsync()), Later, "status 400")]);
        var dead = Assert.Single(await Outbox.ListDeadAsync(Billing, 10, after: null));

        var revived = await Outbox.ReviveAsync(Billing, dead.Place, Noon.AddDays(2));

        Assert.Equal(dead.Change, revived);
        Assert.Empty(await Outbox.ListDeadAsync(Billing, 10, after: null));
        var entry = Assert.Single(await Outbox.TakeAsync(Billing, Noon.AddDays(2), Noon.AddDays(3), 10));
        Assert.Equal((dead.Change, 0, Noon.AddDays(2)), (entry.Change, entry.Attempts, entry.Since));
    }

    [Fact]
    public async Task Forgets_what_was_given_up_long_ago()
    {
        await Outbox.AddAsync([Change("one", ReportedStatus.Running), Change("two", ReportedStatus.Running)]);
        var both = await TakeAsync();
        await Outbox.RecordAsync([new DeliveryResult.Dead(both[0], Noon, "status 400"), new DeliveryResult.Dead(both[1], Noon.AddDays(1), "status 400")]);

        Assert.Equal(1, await Outbox.PurgeDeadAsync(Noon.AddDays(1), 10));
        Assert.Equal(both[1].Change, Assert.Single(await Outbox.ListDeadAsync(Billing, 10, after: null)).Change);
    }

    protected static string Arn(string name) => $"arn:aws:states:us-east-1:123456789012:execution:orders:{name}";

    protected static StatusChange Change(string name, ReportedStatus status, int redrives = 0) =>
        new() { Subscription = Billing, ExecutionArn = Arn(name), Status = status, RedriveCount = redrives, At = Noon };

    protected ValueTask<IReadOnlyList<OutboxEntry>> TakeAsync() => Outbox.TakeAsync(Billing, Noon, Later, 10);
}
