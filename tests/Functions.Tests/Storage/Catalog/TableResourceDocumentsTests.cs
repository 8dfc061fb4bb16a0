using Microsoft.Extensions.DependencyInjection;
using TaskOrchestration.Functions.Storage;
using TaskOrchestration.Functions.Storage.Catalog;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Tests.Catalog;
using TaskOrchestration.Support.Azurite;

namespace TaskOrchestration.Functions.Tests.Storage.Catalog;

public sealed class TableResourceDocumentsTests : ResourceDocumentsContract
{
    private readonly AzuriteAccount account = AzuriteServer.NewAccount();

    protected override IResourceDocuments Documents => new TableResourceDocuments(Tables());

    [Fact]
    public async Task Every_instance_of_the_app_finds_the_versions_that_one_has_published()
    {
        await using var one = Instance();
        await using var other = Instance();
        var catalog = one.GetRequiredService<StateMachineCatalog>();
        var machine = await catalog.CreateAsync(new StateMachineDraft
        {
            Name = "orders",
            Definition = """{ "StartAt": "a", "States": { "a": { "Type": "Succeed" } } }""",
            RoleArn = "arn:aws:iam::123456789012:role/orders",
        });

        await catalog.Versions.PublishAsync(machine, description: "one");
        await catalog.Aliases.CreateAsync(machine.Arn, "PROD", description: null, [new AliasRoute(1, 100)]);

        var found = await other.GetRequiredService<StateMachineCatalog>().ResolveAsync($"{machine.Arn}:PROD");
        Assert.Equal((machine.Arn, machine.Revision, 1, "PROD", "one"), (found.Arn, found.Revision, found.Version, found.Alias, found.Description));
    }

    private ServiceProvider Instance() => new ServiceCollection()
        .AddSingleton(Tables())
        .AddSingleton(TimeProvider.System)
        .AddSingleton(new ArnScheme())
        .AddAzureCatalog()
        .AddSingleton<StateMachineCatalog>()
        .BuildServiceProvider();

    private EntityTables Tables() => EmulatedTables.Of(account);
}
