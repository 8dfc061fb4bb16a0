using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.Catalog;

public sealed class MachineVersionsTests
{
    private const string Arn = "arn:aws:states:us-east-1:123456789012:stateMachine:orders";

    private readonly ManualTimeProvider time = new();
    private readonly MemoryResourceDocuments documents = new();
    private readonly StateMachineCatalog catalog;

    public MachineVersionsTests() => catalog = new StateMachineCatalog(new MemoryStateMachineStore(), new ArnScheme(), time, documents);

    [Fact]
    public async Task A_version_keeps_the_revision_it_was_published_of()
    {
        var machine = await CreateAsync();
        time.Advance(TimeSpan.FromMinutes(1));
        var version = await catalog.Versions.PublishAsync(Arn, revisionId: null, "the first");
        await UpdateAsync(2);

        Assert.Equal(
            machine with { Version = 1, Description = "the first", CreationDate = version.CreationDate },
            await catalog.DescribeAsync($"{Arn}:1"));
        Assert.Equal((1, machine.CreationDate.AddMinutes(1)), (version.Number, version.CreationDate));
    }

    [Fact]
    public async Task Publishing_a_revision_again_gives_the_version_that_is_there()
    {
        await CreateAsync();
        var first = await catalog.Versions.PublishAsync(Arn, revisionId: null, "one");
        time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(first, await catalog.Versions.PublishAsync(Arn, MachineVersions.InitialRevision, "in other words"));

        await UpdateAsync(2);
        Assert.Equal(2, (await catalog.Versions.PublishAsync(Arn, revisionId: null, description: null)).Number);
        Assert.Equal([2, 1], await NumbersAsync());
    }

    [Fact]
    public async Task Of_many_who_publish_a_revision_at_once_all_get_one_version()
    {
        await CreateAsync();

        var versions = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(async () => await catalog.Versions.PublishAsync(Arn, revisionId: null, description: null))));

        Assert.Single(versions.Distinct());
        Assert.Equal([1], await NumbersAsync());
    }

    [Fact]
    public async Task Refuses_a_revision_that_is_not_current()
    {
        await CreateAsync();

        var initial = await RefusedAsync(() => catalog.Versions.PublishAsync(Arn, "r1", description: null));
        var updated = await UpdateAsync(2);
        var later = await RefusedAsync(() => catalog.Versions.PublishAsync(Arn, MachineVersions.InitialRevision, description: null));

        Assert.Equal(
            (Refusal.Conflict, "Failed to publish the State Machine version for revision r1. The current State Machine revision is INITIAL."),
            (initial.Refusal, initial.Message));
        Assert.Equal($"Failed to publish the State Machine version for revision INITIAL. The current State Machine revision is {updated.RevisionId}.", later.Message);
        Assert.Equal(1, (await catalog.Versions.PublishAsync(Arn, updated.RevisionId, description: null)).Number);
    }

    [Fact]
    public async Task A_number_is_never_given_twice()
    {
        await CreateAsync();
        await catalog.Versions.PublishAsync(Arn, revisionId: null, description: null);
        await catalog.Versions.DeleteAsync(Arn, 1);
        await catalog.Versions.DeleteAsync(Arn, 1);

        Assert.Empty(await NumbersAsync());
        Assert.Equal(2, (await catalog.Versions.PublishAsync(Arn, revisionId: null, description: null)).Number);
        Assert.Equal(Refusal.StateMachineDoesNotExist, (await RefusedAsync(() => catalog.DescribeAsync($"{Arn}:1"))).Refusal);
    }

    [Fact]
    public async Task A_version_that_an_alias_leads_to_stays()
    {
        await CreateAsync();
        await catalog.Versions.PublishAsync(Arn, revisionId: null, description: null);
        await catalog.Aliases.CreateAsync(Arn, "TEST", description: null, [new AliasRoute(1, 100)]);
        await catalog.Aliases.CreateAsync(Arn, "PROD", description: null, [new AliasRoute(1, 100)]);

        var refused = await RefusedAsync(async () =>
        {
            await catalog.Versions.DeleteAsync(Arn, 1);
            return 0;
        });

        Assert.Equal(
            (Refusal.Conflict, "Version to be deleted must not be referenced by an alias. Current list of aliases referencing this version: [PROD, TEST]"),
            (refused.Refusal, refused.Message));
        Assert.Equal([1], await NumbersAsync());
    }

    [Fact]
    public async Task A_machine_may_have_a_thousand_versions()
    {
        await CreateAsync();
        for (var number = 1; number <= MachineVersions.Most; number++)
        {
            await UpdateAsync(number);
            await catalog.Versions.PublishAsync(Arn, revisionId: null, description: null);
        }

        Assert.Equal(MachineVersions.Most, (await catalog.Versions.PublishAsync(Arn, revisionId: null, description: null)).Number);
        var current = await UpdateAsync(1_001);
        Assert.Equal(Refusal.ServiceQuotaExceeded, (await RefusedAsync(() => catalog.Versions.PublishAsync(Arn, revisionId: null, description: null))).Refusal);
        Assert.Equal(
            Refusal.ServiceQuotaExceeded,
            (await RefusedAsync(() => catalog.UpdateAsync(Arn, new StateMachineChange { Definition = Definition(0), IsPublished = true }))).Refusal);
        Assert.Equal(current, await catalog.DescribeAsync(Arn));

        await catalog.Versions.DeleteAsync(Arn, 500);
        Assert.Equal(1_001, (await catalog.Versions.PublishAsync(Arn, revisionId: null, description: null)).Number);
    }

    [Fact]
    public async Task Lists_page_by_page_until_the_end()
    {
        await CreateAsync();
        for (var number = 1; number <= 3; number++)
        {
            await UpdateAsync(number);
            await catalog.Versions.PublishAsync(Arn, revisionId: null, description: null);
        }

        var first = await catalog.Versions.ListAsync(Arn, 2, cursor: null);
        await UpdateAsync(4);
        await catalog.Versions.PublishAsync(Arn, revisionId: null, description: null);
        var second = await catalog.Versions.ListAsync(Arn, 2, first.Next);

        Assert.Equal([3, 2], first.Items.Select(version => version.Number));
        Assert.Equal([1], second.Items.Select(version => version.Number));
        Assert.Null(second.Next);
        Assert.Equal(Refusal.InvalidToken, (await RefusedAsync(() => catalog.Versions.ListAsync(Arn + "2", 2, first.Next))).Refusal);
    }

    [Fact]
    public async Task A_machine_that_is_not_there_has_no_versions_and_gets_none()
    {
        Assert.Equal(Refusal.StateMachineDoesNotExist, (await RefusedAsync(() => catalog.Versions.PublishAsync(Arn, revisionId: null, description: null))).Refusal);
        Assert.Empty(await NumbersAsync());
        await catalog.Versions.DeleteAsync(Arn, 1);
    }

    [Fact]
    public async Task Versions_aliases_and_tags_go_with_their_machine()
    {
        var machine = await CreateAsync();
        await catalog.Versions.PublishAsync(Arn, revisionId: null, description: null);
        await catalog.Aliases.CreateAsync(Arn, "PROD", description: null, [new AliasRoute(1, 100)]);
        await catalog.Tags.AddAsync(Arn, machine.CreationDate, [new ResourceTag("a", "1")]);

        await catalog.DeleteAsync(Arn);

        Assert.Equal(Refusal.StateMachineDoesNotExist, (await RefusedAsync(() => catalog.ResolveAsync($"{Arn}:1"))).Refusal);
        Assert.Equal(Refusal.StateMachineDoesNotExist, (await RefusedAsync(() => catalog.ResolveAsync($"{Arn}:PROD"))).Refusal);
        var again = await CreateAsync();
        Assert.Empty(await NumbersAsync());
        Assert.Empty(await catalog.Tags.ListAsync(Arn, again.CreationDate));
        Assert.Equal(1, (await catalog.Versions.PublishAsync(Arn, revisionId: null, description: null)).Number);
    }

    [Fact]
    public async Task What_a_deletion_left_behind_when_it_was_killed_is_not_the_next_machines()
    {
        var machine = await CreateAsync();
        await catalog.Versions.PublishAsync(Arn, revisionId: null, description: null);
        await catalog.Tags.AddAsync(Arn, machine.CreationDate, [new ResourceTag("a", "1")]);
        time.Advance(TimeSpan.FromMinutes(1));

        // Another store: the machine is gone from it, the documents are not.
        var next = new StateMachineCatalog(new MemoryStateMachineStore(), new ArnScheme(), time, documents);
        var again = await next.CreateAsync(Draft());

        Assert.Empty((await next.Versions.ListAsync(Arn, 9, cursor: null)).Items);
        Assert.Empty(await next.Tags.ListAsync(Arn, again.CreationDate));
        Assert.Equal(1, (await next.Versions.PublishAsync(Arn, revisionId: null, description: null)).Number);
    }

    private ValueTask<StateMachineRecord> CreateAsync() => catalog.CreateAsync(Draft());

    private ValueTask<StateMachineRecord> UpdateAsync(int number) => catalog.UpdateAsync(Arn, new StateMachineChange { Definition = Definition(number) });

    private async Task<IEnumerable<int>> NumbersAsync() =>
        (await catalog.Versions.ListAsync(Arn, MachineVersions.Most, cursor: null)).Items.Select(version => version.Number);

    private static StateMachineDraft Draft() => new() { Name = "orders", Definition = Definition(0), RoleArn = "arn:aws:iam::123456789012:role/orders" };

    private static string Definition(int number) => $$"""{ "StartAt": "a", "States": { "a": { "Type": "Pass", "Result": {{number}}, "End": true } } }""";

    private static Task<RefusedException> RefusedAsync<T>(Func<ValueTask<T>> call) => Assert.ThrowsAsync<RefusedException>(async () => await call());
}
