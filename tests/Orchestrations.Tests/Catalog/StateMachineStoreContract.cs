using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Tests.Catalog;

/// <summary>What every store of machines does.</summary>
public abstract class StateMachineStoreContract
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, 250, TimeSpan.Zero);

    protected abstract IStateMachineStore Store { get; }

    [Fact]
    public async Task Keeps_a_machine_whole()
    {
        var machine = Machine("a") with
        {
            Type = StateMachineType.Express,
            LoggingConfiguration = Json.Parse("""{"level":"ALL"}"""),
            TracingConfiguration = Json.Parse("""{"enabled":true}"""),
            EncryptionConfiguration = Json.Parse("""{"type":"AWS_OWNED_KEY"}"""),
        };

        var added = await Store.TryAddAsync(machine);

        Assert.Equal(machine with { Revision = added!.Revision }, added);
        Assert.NotEqual(0, added.Revision);
        Assert.Equal(added, await Store.FindAsync(machine.Arn));
        Assert.Equal(added, await Store.FindRevisionAsync(added.Revision));
    }

    [Fact]
    public async Task Counts_machines_and_not_their_revisions()
    {
        var first = (await Store.TryAddAsync(Machine("a")))!;
        await Store.TryAddAsync(Machine("b"));
        await Store.TryReplaceAsync(first with { Definition = "{}", RevisionId = "r2" }, first.Revision);

        Assert.Equal(2, await Store.CountAsync());
        await Store.DeleteAsync(Machine("b").Arn);
        Assert.Equal(1, await Store.CountAsync());
    }

    [Fact]
    public async Task Adds_an_ARN_only_once()
    {
        var first = await Store.TryAddAsync(Machine("a"));

        Assert.Null(await Store.TryAddAsync(Machine("a") with { RoleArn = "other" }));
        Assert.Equal(first, await Store.FindAsync(Machine("a").Arn));
    }

    [Fact]
    public async Task Replaces_the_current_revision_and_keeps_the_old_one()
    {
        var first = (await Store.TryAddAsync(Machine("a")))!;

        var second = await Store.TryReplaceAsync(first with { Definition = "{}", RevisionId = "r2" }, first.Revision);

        Assert.NotEqual(first.Revision, second!.Revision);
        Assert.Equal(second, await Store.FindAsync(first.Arn));
        Assert.Equal(first, await Store.FindRevisionAsync(first.Revision));
    }

    [Fact]
    public async Task Does_not_replace_a_revision_that_is_not_current()
    {
        var first = (await Store.TryAddAsync(Machine("a")))!;
        var second = await Store.TryReplaceAsync(first with { Definition = "{}" }, first.Revision);

        Assert.Null(await Store.TryReplaceAsync(first with { Definition = "[]" }, first.Revision));
        Assert.Equal(second, await Store.FindAsync(first.Arn));
    }

    [Fact]
    public async Task Forgets_a_machine_but_not_its_revisions()
    {
        var machine = (await Store.TryAddAsync(Machine("a")))!;

        Assert.True(await Store.DeleteAsync(machine.Arn));

        Assert.False(await Store.DeleteAsync(machine.Arn));
        Assert.Null(await Store.FindAsync(machine.Arn));
        Assert.Equal(machine, await Store.FindRevisionAsync(machine.Revision));
    }

    [Fact]
    public async Task A_machine_created_again_does_not_share_a_revision_with_the_deleted_one()
    {
        var old = (await Store.TryAddAsync(Machine("a")))!;
        await Store.DeleteAsync(old.Arn);

        var young = (await Store.TryAddAsync(Machine("a") with { Definition = "{}" }))!;

        Assert.NotEqual(old.Revision, young.Revision);
        Assert.Equal(old, await Store.FindRevisionAsync(old.Revision));
    }

    [Fact]
    public async Task Lists_by_ARN_page_by_page()
    {
        foreach (var name in (string[])["c", "a", "b"])
        {
            await Store.TryAddAsync(Machine(name));
        }

        Assert.Equal(["a", "b"], (await Store.ListAsync(after: null, limit: 2)).Select(machine => machine.Name));
        Assert.Equal(["c"], (await Store.ListAsync(after: Machine("b").Arn, limit: 2)).Select(machine => machine.Name));
    }

    private static StateMachineRecord Machine(string name) => new()
    {
        Arn = $"arn:aws:states:us-east-1:123456789012:stateMachine:{name}",
        Name = name,
        Type = StateMachineType.Standard,
        Definition = "{ \"StartAt\": \"ü\" }",
        RoleArn = "arn:aws:iam::123456789012:role/orders",
        CreationDate = Noon,
        UpdateDate = Noon.AddSeconds(1),
    };
}
