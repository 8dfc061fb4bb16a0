using TaskOrchestration.Functions.Storage.StatusEvents;
using TaskOrchestration.Orchestrations.StatusEvents;
using TaskOrchestration.Orchestrations.Tests.StatusEvents;

namespace TaskOrchestration.Functions.Tests.Storage.StatusEvents;

public sealed class TableStatusOutboxTests : StatusOutboxContract
{
    protected override IStatusOutbox Outbox { get; } = new TableStatusOutbox(EmulatedTables.Create());

    [Fact]
    public async Task Gives_what_somebody_has_taken_to_nobody_else_until_it_may_be_lost()
    {
        await Outbox.AddAsync([Change("one", ReportedStatus.Running), Change("one", ReportedStatus.Succeeded)]);
        var taken = Assert.Single(await Outbox.TakeAsync("billing", Noon, Noon.AddMinutes(1), 10));

        Assert.Empty(await Outbox.TakeAsync("billing", Noon.AddSeconds(59), Noon.AddMinutes(2), 10));
        Assert.Equal(taken.Change, Assert.Single(await Outbox.TakeAsync("billing", Noon.AddMinutes(1), Noon.AddMinutes(2), 10)).Change);
    }

    [Fact]
    public async Task Takes_no_word_for_what_somebody_else_has_taken_meanwhile()
    {
        await Outbox.AddAsync([Change("one", ReportedStatus.Running)]);
        var slow = Assert.Single(await Outbox.TakeAsync("billing", Noon, Noon.AddMinutes(1), 10));
        var quick = Assert.Single(await Outbox.TakeAsync("billing", Noon.AddMinutes(1), Noon.AddMinutes(2), 10));

        await Outbox.RecordAsync([new DeliveryResult.Postponed(slow, Noon.AddHours(1), "too slow")]);

        Assert.Equal(quick.Change, Assert.Single(await Outbox.TakeAsync("billing", Noon.AddMinutes(2), Noon.AddMinutes(3), 10)).Change);
    }
}
