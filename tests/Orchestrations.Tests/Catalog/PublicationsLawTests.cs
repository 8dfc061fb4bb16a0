using FsCheck;
using FsCheck.Fluent;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.Catalog;

/// <summary>Whatever is asked for, in whatever order and by however many at once.</summary>
public sealed class PublicationsLawTests
{
    private const string Arn = "arn:aws:states:us-east-1:123456789012:stateMachine:orders";

    [Fact]
    public void No_alias_ever_leads_to_a_version_that_is_not_there() => Prop.ForAll(Wishes().ToArbitrary(), wishes => HoldsAsync(wishes).GetAwaiter().GetResult())
        .Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    private static Gen<Wish[]> Wishes() =>
        from length in Gen.Choose(1, 40)
        from wishes in Gen.ArrayOf(
            from kind in Gen.Choose(0, 5)
            from number in Gen.Choose(1, 6)
            from other in Gen.Choose(1, 6)
            from name in Gen.Elements("a", "b", "c")
            select new Wish(kind, number, other, name), length)
        select wishes;

    private static async Task<bool> HoldsAsync(Wish[] wishes)
    {
        var catalog = new StateMachineCatalog(new MemoryStateMachineStore(), new ArnScheme(), new ManualTimeProvider());
        await catalog.CreateAsync(new StateMachineDraft { Name = "orders", Definition = Definition(0), RoleArn = "arn:aws:iam::123456789012:role/orders" });
        await Task.WhenAll(wishes.Chunk(8).Select(some => Task.Run(async () =>
        {
            foreach (var wish in some)
            {
                await DoAsync(catalog, wish);
            }
        })));

        var versions = (await catalog.Versions.ListAsync(Arn, 1_000, cursor: null)).Items;
        var aliases = (await catalog.Aliases.ListAsync(Arn, version: null, 1_000, cursor: null)).Items;
        foreach (var alias in aliases)
        {
            Assert.All(alias.Routes, route => Assert.Contains(versions, version => version.Number == route.Version));
            Assert.NotNull((await catalog.ResolveAsync($"{Arn}:{alias.Name}")).Version);
        }

        Assert.Equal(versions.Select(version => version.Number).Distinct().OrderDescending(), versions.Select(version => version.Number));
        Assert.Equal(versions.Count, versions.DistinctBy(version => version.Revision).Count());
        Assert.Equal(aliases.Select(alias => alias.Name).Distinct().Order(StringComparer.Ordinal), aliases.Select(alias => alias.Name));
        return true;
    }

    private static async Task DoAsync(StateMachineCatalog catalog, Wish wish)
    {
        try
        {
            await (wish.Kind switch
            {
                0 or 1 => PublishAsync(catalog, wish.Number),
                2 => catalog.Versions.DeleteAsync(Arn, wish.Number).AsTask(),
                3 => catalog.Aliases.CreateAsync(Arn, wish.Name, description: null, [new AliasRoute(wish.Number, 100)]).AsTask(),
                4 => catalog.Aliases.UpdateAsync(Arn, wish.Name, description: null, [new AliasRoute(wish.Number, 40), new AliasRoute(wish.Other, 60)]).AsTask(),
                _ => catalog.Aliases.DeleteAsync(Arn, wish.Name).AsTask(),
            });
        }
        catch (RefusedException e) when (e.Refusal is Refusal.Conflict or Refusal.ResourceNotFound)
        {
            // A wish may well contradict what is there.
        }
    }

    private static async Task PublishAsync(StateMachineCatalog catalog, int number)
    {
        var updated = await catalog.UpdateAsync(Arn, new StateMachineChange { Definition = Definition(number) });
        await catalog.Versions.PublishAsync(updated, description: null);
    }

    private static string Definition(int number) => $$"""{ "StartAt": "a", "States": { "a": { "Type": "Pass", "Result": {{number}}, "End": true } } }""";

    private sealed record Wish(int Kind, int Number, int Other, string Name);
}
