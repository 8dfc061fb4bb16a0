using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.Catalog;

public sealed class MachineAliasesTests
{
    private const string Arn = "arn:aws:states:us-east-1:123456789012:stateMachine:orders";

    private static readonly ValueList<AliasRoute> ToFirst = [new AliasRoute(1, 100)];
    private static readonly ValueList<AliasRoute> ToBoth = [new AliasRoute(1, 30), new AliasRoute(2, 70)];

    private readonly ManualTimeProvider time = new();
    private readonly StateMachineCatalog catalog;

    public MachineAliasesTests() => catalog = new StateMachineCatalog(new MemoryStateMachineStore(), new ArnScheme(), time);

    [Fact]
    public async Task Keeps_an_alias_whole()
    {
        await PublishAsync(2);

        var alias = await catalog.Aliases.CreateAsync(Arn, "PROD", "what people use", ToBoth);

        Assert.Equal(
            new MachineAlias { Name = "PROD", Description = "what people use", Routes = ToBoth, CreationDate = time.GetUtcNow(), UpdateDate = time.GetUtcNow() },
            alias);
        Assert.Equal(alias, await catalog.Aliases.DescribeAsync(Arn, "PROD"));
    }

    [Fact]
    public async Task The_same_wish_gives_the_alias_that_is_there_and_another_one_is_refused()
    {
        await PublishAsync(2);
        var alias = await catalog.Aliases.CreateAsync(Arn, "PROD", "one", ToFirst);
        time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(alias, await catalog.Aliases.CreateAsync(Arn, "PROD", "one", ToFirst));
        await RefusedAsync(Refusal.Conflict, () => catalog.Aliases.CreateAsync(Arn, "PROD", "one", ToBoth));
        await RefusedAsync(Refusal.Conflict, () => catalog.Aliases.CreateAsync(Arn, "PROD", description: null, ToFirst));
        Assert.Equal(alias, await catalog.Aliases.DescribeAsync(Arn, "PROD"));
    }

    [Fact]
    public async Task An_update_changes_what_it_names()
    {
        await PublishAsync(2);
        var alias = await catalog.Aliases.CreateAsync(Arn, "PROD", "one", ToFirst);
        time.Advance(TimeSpan.FromMinutes(1));

        var routed = await catalog.Aliases.UpdateAsync(Arn, "PROD", description: null, ToBoth);
        var described = await catalog.Aliases.UpdateAsync(Arn, "PROD", "two", routes: null);

        Assert.Equal(alias with { Routes = ToBoth, UpdateDate = alias.CreationDate.AddMinutes(1) }, routed);
        Assert.Equal(routed with { Description = "two" }, described);
    }

    [Fact]
    public async Task Leads_to_no_version_that_is_not_there()
    {
        await PublishAsync(1);

        await RefusedAsync(Refusal.ResourceNotFound, () => catalog.Aliases.CreateAsync(Arn, "PROD", description: null, ToBoth));
        await catalog.Aliases.CreateAsync(Arn, "PROD", description: null, ToFirst);
        await RefusedAsync(Refusal.ResourceNotFound, () => catalog.Aliases.UpdateAsync(Arn, "PROD", description: null, ToBoth));

        Assert.Equal(ToFirst, (await catalog.Aliases.DescribeAsync(Arn, "PROD")).Routes);
    }

    [Fact]
    public async Task One_that_is_not_there_is_not_found_and_deleted_in_peace()
    {
        await PublishAsync(1);

        await RefusedAsync(Refusal.ResourceNotFound, () => catalog.Aliases.DescribeAsync(Arn, "PROD"));
        await RefusedAsync(Refusal.ResourceNotFound, () => catalog.Aliases.UpdateAsync(Arn, "PROD", "d", routes: null));
        await RefusedAsync(Refusal.ResourceNotFound, () => catalog.Aliases.DescribeAsync(Arn + "2", "PROD"));
        await RefusedAsync(Refusal.StateMachineDoesNotExist, () => catalog.ResolveAsync($"{Arn}:PROD"));
        await catalog.Aliases.DeleteAsync(Arn, "PROD");
        await catalog.Aliases.DeleteAsync(Arn + "2", "PROD");
    }

    [Fact]
    public async Task Divides_starts_by_the_weights()
    {
        await PublishAsync(2);
        await catalog.Aliases.CreateAsync(Arn, "PROD", description: null, [new AliasRoute(2, 0), new AliasRoute(1, 100)]);
        var drawn = await catalog.ResolveAsync($"{Arn}:PROD");
        var alias = new MachineAlias { Name = "a", Routes = ToBoth, CreationDate = default, UpdateDate = default };

        Assert.Equal((1, "PROD", Arn), (drawn.Version, drawn.Alias, drawn.Arn));
        Assert.Equal(30, Enumerable.Range(0, 100).Count(draw => alias.VersionFor(draw) == 1));
        Assert.Equal(70, Enumerable.Range(0, 100).Count(draw => alias.VersionFor(draw) == 2));
    }

    [Fact]
    public async Task Both_versions_of_an_alias_are_drawn()
    {
        await PublishAsync(2);
        await catalog.Aliases.CreateAsync(Arn, "PROD", description: null, [new AliasRoute(1, 50), new AliasRoute(2, 50)]);

        var versions = new HashSet<int?>();
        for (var i = 0; i < 200; i++)
        {
            versions.Add((await catalog.ResolveAsync($"{Arn}:PROD")).Version);
        }

        // Once in 2^199 times only one of them is.
        Assert.Equal([1, 2], versions.Order());
    }

    [Fact]
    public async Task Lists_by_name_page_by_page_and_by_version()
    {
        await PublishAsync(2);
        foreach (var name in (string[])["c", "a", "b"])
        {
            await catalog.Aliases.CreateAsync(Arn, name, description: null, name == "b" ? ToBoth : ToFirst);
        }

        var first = await catalog.Aliases.ListAsync(Arn, version: null, 2, cursor: null);
        var second = await catalog.Aliases.ListAsync(Arn, version: null, 2, first.Next);
        var ofSecond = await catalog.Aliases.ListAsync(Arn, version: 2, 2, cursor: null);

        Assert.Equal(["a", "b"], first.Items.Select(alias => alias.Name));
        Assert.Equal(["c"], second.Items.Select(alias => alias.Name));
        Assert.Null(second.Next);
        Assert.Equal(["b"], ofSecond.Items.Select(alias => alias.Name));
        await RefusedAsync(Refusal.ResourceNotFound, () => catalog.Aliases.ListAsync(Arn, version: 3, 2, cursor: null));
        await RefusedAsync(Refusal.StateMachineDoesNotExist, () => catalog.Aliases.ListAsync(Arn + "2", version: null, 2, cursor: null));
        await RefusedAsync(Refusal.InvalidToken, () => catalog.Aliases.ListAsync(Arn, version: 2, 2, first.Next));
    }

    [Fact]
    public async Task A_machine_may_have_a_hundred_aliases()
    {
        await PublishAsync(1);
        for (var number = 0; number < MachineAliases.Most; number++)
        {
            await catalog.Aliases.CreateAsync(Arn, $"a{number}", description: null, ToFirst);
        }

        await RefusedAsync(Refusal.ServiceQuotaExceeded, () => catalog.Aliases.CreateAsync(Arn, "more", description: null, ToFirst));
        await catalog.Aliases.CreateAsync(Arn, "a7", description: null, ToFirst);
        await catalog.Aliases.DeleteAsync(Arn, "a7");
        await catalog.Aliases.CreateAsync(Arn, "more", description: null, ToFirst);
    }

    private async Task PublishAsync(int count)
    {
        var machine = await catalog.CreateAsync(new StateMachineDraft { Name = "orders", Definition = Definition(0), RoleArn = "arn:aws:iam::123456789012:role/orders" });
        for (var number = 1; number <= count; number++)
        {
            await catalog.UpdateAsync(machine.Arn, new StateMachineChange { Definition = Definition(number) });
            await catalog.Versions.PublishAsync(machine.Arn, revisionId: null, description: null);
        }
    }

    private static string Definition(int number) => $$"""{ "StartAt": "a", "States": { "a": { "Type": "Pass", "Result": {{number}}, "End": true } } }""";

    private static async Task RefusedAsync<T>(Refusal expected, Func<ValueTask<T>> call) =>
        Assert.Equal(expected, (await Assert.ThrowsAsync<RefusedException>(async () => await call())).Refusal);
}
