using Microsoft.Extensions.Logging.Abstractions;
using TaskOrchestration.Functions.Storage.Alerts;
using TaskOrchestration.Orchestrations.Alerts;
using TaskOrchestration.Orchestrations.Tests.Alerts;
using TaskOrchestration.Support;
using TaskOrchestration.Support.Azurite;

namespace TaskOrchestration.Functions.Tests.Storage.Alerts;

public sealed class TableAlertMemoryTests : AlertMemoryContract
{
    private readonly AzuriteAccount account = AzuriteServer.NewAccount();
    private readonly ManualTimeProvider time = new(Simulation.Beginning);

    [Fact]
    public async Task Takes_over_what_other_instances_know_but_not_what_they_still_have_to_tell()
    {
        var known = Known(AlertStatus.Firing);
        var later = known.States["a"] with { Status = AlertStatus.Resolved, EvaluatedAt = Simulation.Beginning.AddHours(1) };
        await Memory("one").KeepAsync(known);
        await Memory("two").KeepAsync(known with
        {
            States = new Dictionary<string, AlertState> { ["a"] = later },
            FailedExecutions = new Dictionary<long, long> { [10] = 5, [40] = 1 },
        });

        var recalled = await Memory("three").RecallAsync();

        AssertSame(
            known with
            {
                States = new Dictionary<string, AlertState> { ["a"] = later },
                FailedExecutions = new Dictionary<long, long> { [10] = 5, [20] = 3, [40] = 1 },
                Notices = [],
            },
            recalled);
    }

    [Fact]
    public async Task Takes_over_once_what_an_instance_that_is_gone_had_to_tell()
    {
        var known = Known(AlertStatus.Firing);
        await Memory("one").KeepAsync(known);
        time.Advance(TableAlertMemory.Silence + TimeSpan.FromSeconds(1));

        var second = await Memory("two").RecallAsync();
        var third = await Memory("three").RecallAsync();

        AssertSame(known, second);
        AssertSame(known with { Notices = [] }, third);
        AssertSame(known, await Memory("two").RecallAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Loses_nothing_that_is_to_be_told_wherever_who_takes_it_over_dies(bool isCarriedOut)
    {
        var known = Known(AlertStatus.Firing);
        for (var last = 0; last < 4; last++)
        {
            await Memory("one").KeepAsync(known);
            time.Advance(TableAlertMemory.Silence + TimeSpan.FromSeconds(1));
            var dying = new TableAlertMemory(
                FaultyStorage.Tables(account, new RequestFaults(number => number >= last, isCarriedOut), retries: 0), "two", time, NullLogger<TableAlertMemory>.Instance);

            await dying.RecallAsync();

            Assert.Equal(known.Notices, (await Memory("two").RecallAsync())!.Notices);
        }
    }

    [Fact]
    public async Task Goes_on_without_a_memory_while_storage_is_away()
    {
        var memory = new TableAlertMemory(FaultyStorage.Tables(account, new RequestFaults(_ => true, isCarriedOut: false), retries: 0), "one", time, NullLogger<TableAlertMemory>.Instance);

        await memory.KeepAsync(Known(AlertStatus.Firing));

        Assert.Null(await memory.RecallAsync());
    }

    [Fact]
    public async Task Lets_64_instances_keep_at_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 64).Select(i => Task.Run(async () =>
            await Memory($"instance {i}").KeepAsync(Known(AlertStatus.Firing) with { FailedExecutions = new Dictionary<long, long> { [i * 10] = i } }))));

        var recalled = (await Memory("another").RecallAsync())!;

        Assert.Equal(Enumerable.Range(0, 64).ToDictionary(i => i * 10L, i => (long)i), recalled.FailedExecutions);
    }

    protected override IAlertMemory CreateMemory() => Memory("one");

    private TableAlertMemory Memory(string instance) =>
        new(EmulatedTables.Of(account), instance, time, NullLogger<TableAlertMemory>.Instance);
}
