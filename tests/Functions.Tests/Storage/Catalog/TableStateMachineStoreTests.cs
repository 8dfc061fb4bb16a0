using System.Text;
using TaskOrchestration.Functions.Storage;
using TaskOrchestration.Functions.Storage.Catalog;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Tests.Catalog;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.Support;
using TaskOrchestration.Support.Azurite;

namespace TaskOrchestration.Functions.Tests.Storage.Catalog;

public sealed class TableStateMachineStoreTests : StateMachineStoreContract
{
    private readonly AzuriteAccount account = AzuriteServer.NewAccount();

    // A clock that stands still: all numbers of revisions come from one millisecond.
    private readonly ManualTimeProvider time = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    protected override IStateMachineStore Store => new TableStateMachineStore(EmulatedTables.Of(account), time);

    [Theory]
    [InlineData(249_999)]
    [InlineData(250_000)]
    [InlineData(499_998)]
    public async Task Keeps_characters_of_two_halves_wherever_a_definition_is_cut(int before)
    {
        var definition = new string('x', before) + string.Concat(Enumerable.Repeat("\U0001F642", 130_000));

        var added = await Store.TryAddAsync(Machine("a") with { Definition = definition });

        Assert.Equal(definition, (await Store.FindAsync(added!.Arn))!.Definition);
    }

    [Theory]
    [InlineData(4_096)]
    [InlineData(250_000)]
    [InlineData(250_001)]
    [InlineData(1_048_576)]
    public async Task Keeps_definitions_of_any_length_in_any_script(int length)
    {
        // Hardly to be compressed, and three bytes a character.
        var random = new Random(length);
        var definition = new StringBuilder(length);
        while (definition.Length < length)
        {
            definition.Append((char)random.Next(0x4e00, 0x9fff));
        }

        var added = await Store.TryAddAsync(Machine("a") with { Definition = definition.ToString() });

        Assert.Equal(added, await Store.FindAsync(added!.Arn));
        Assert.Equal(added, await Store.FindRevisionAsync(added.Revision));
        Assert.Equal([added], await Store.ListAsync(after: null, limit: 10));
        Assert.True(added.Revision < 1L << 53);
    }

    [Fact]
    public async Task Adds_a_machine_once_though_64_want_it()
    {
        var added = await Task.WhenAll(Enumerable.Range(0, 64).Select(i => Task.Run(async () => await Store.TryAddAsync(Machine("a") with { RoleArn = $"role {i}" }))));

        Assert.Equal(Assert.Single(added, machine => machine is not null), await Store.FindAsync(Machine("a").Arn));
    }

    [Fact]
    public async Task Loses_no_revision_of_64_writers()
    {
        var first = (await Store.TryAddAsync(Machine("a") with { Definition = "0" }))!;

        var written = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(async () =>
        {
            while (true)
            {
                var current = (await Store.FindAsync(first.Arn))!;
                if (await Store.TryReplaceAsync(current with { Definition = $"{int.Parse(current.Definition) + 1}" }, current.Revision) is { } replaced)
                {
                    return replaced;
                }
            }
        })));

        Assert.Equal("64", (await Store.FindAsync(first.Arn))!.Definition);
        Assert.Equal(Enumerable.Range(1, 64), written.Select(machine => int.Parse(machine.Definition)).Order());
        Assert.Equal(64, written.DistinctBy(machine => machine.Revision).Count());
        foreach (var machine in written)
        {
            Assert.Equal(machine, await Store.FindRevisionAsync(machine.Revision));
        }
    }

    [Fact]
    public async Task Numbers_200_machines_apart_in_one_millisecond()
    {
        var added = new System.Collections.Concurrent.ConcurrentBag<StateMachineRecord>();
        await Parallel.ForEachAsync(Enumerable.Range(0, 200), async (i, token) => added.Add((await Store.TryAddAsync(Machine($"m{i:D3}"), token))!));

        Assert.Equal(200, added.DistinctBy(machine => machine.Revision).Count());
        Assert.Equal(added.OrderBy(machine => machine.Arn, StringComparer.Ordinal), await Store.ListAsync(after: null, limit: 1_000));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Notices_nothing_of_a_request_that_is_lost_once(bool isCarriedOut)
    {
        for (var lost = 0; ; lost++)
        {
            var faults = new RequestFaults(number => number == lost, isCarriedOut);
            var store = new TableStateMachineStore(FaultyStorage.Tables(account, faults), time);
            var name = $"{isCarriedOut}{lost}";

            var first = (await store.TryAddAsync(Machine(name) with { Definition = new string('x', 300_000) }))!;
            var second = (await store.TryReplaceAsync(first with { Definition = "2" }, first.Revision))!;
            Assert.Equal(second, await store.FindAsync(first.Arn));
            Assert.Equal(first, await store.FindRevisionAsync(first.Revision));
            Assert.True(await store.DeleteAsync(first.Arn));
            Assert.Null(await store.FindAsync(first.Arn));
            if (faults.Sent <= lost)
            {
                return;
            }
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Has_the_old_or_the_new_revision_wherever_a_writer_dies(bool isCarriedOut)
    {
        var first = (await Store.TryAddAsync(Machine("a")))!;
        for (var last = 0; ; last++)
        {
            var writer = new TableStateMachineStore(FaultyStorage.Tables(account, new RequestFaults(number => number >= last, isCarriedOut), retries: 0), time);

            var failure = await Record.ExceptionAsync(async () => await writer.TryReplaceAsync(first with { Definition = "{}" }, first.Revision));

            var found = (await Store.FindAsync(first.Arn))!;
            Assert.Contains(found.Definition, new[] { first.Definition, "{}" });
            Assert.Equal(found, await Store.FindRevisionAsync(found.Revision));
            if (failure is null)
            {
                return;
            }

            first = (await Store.TryReplaceAsync(first, found.Revision))!;
        }
    }

    [Fact]
    public async Task Costs_one_request_to_find_a_machine()
    {
        var machine = (await Store.TryAddAsync(Machine("a")))!;

        using var meter = StorageMeter.Begin();
        await Store.FindAsync(machine.Arn);

        Assert.Equal(1, meter.Tables);
    }

    private static StateMachineRecord Machine(string name) => new()
    {
        Arn = $"arn:aws:states:us-east-1:123456789012:stateMachine:{name}",
        Name = name,
        Type = StateMachineType.Standard,
        Definition = "{ \"StartAt\": \"ü\" }",
        RoleArn = "arn:aws:iam::123456789012:role/orders",
        CreationDate = DateTimeOffset.UnixEpoch,
        UpdateDate = DateTimeOffset.UnixEpoch,
    };
}
