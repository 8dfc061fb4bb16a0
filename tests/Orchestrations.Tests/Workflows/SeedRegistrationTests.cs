using Moq;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Workflows;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.Orchestrations.Tests.Workflows;

public sealed class SeedRegistrationTests
{
    private const string Role = "arn:aws:iam::123456789012:role/Role";

    private readonly Dictionary<string, StateMachineRecord> kept = [];
    private readonly Mock<IStateMachineStore> store = new();
    private readonly StateMachineCatalog catalog;

    public SeedRegistrationTests()
    {
        store.Setup(it => it.FindAsync(It.IsAny<string>(), It.IsAny<CancellationToken>()))
            .Returns((string arn, CancellationToken _) => ValueTask.FromResult(kept.GetValueOrDefault(arn)));
        store.Setup(it => it.TryAddAsync(It.IsAny<StateMachineRecord>(), It.IsAny<CancellationToken>()))
            .Returns((StateMachineRecord machine, CancellationToken _) => ValueTask.FromResult<StateMachineRecord?>(kept[machine.Arn] = machine));
        store.Setup(it => it.TryReplaceAsync(It.IsAny<StateMachineRecord>(), It.IsAny<long>(), It.IsAny<CancellationToken>()))
            .Returns((StateMachineRecord machine, long _, CancellationToken _) => ValueTask.FromResult<StateMachineRecord?>(kept[machine.Arn] = machine));
        catalog = new StateMachineCatalog(store.Object, new ArnScheme(), TimeProvider.System);
    }

    [Fact]
    public async Task Creates_the_workflows_that_are_missing()
    {
        await SeedWorkflows.RegisterAsync(catalog, Role);

        Assert.Equal(
            SeedWorkflows.All.Select(workflow => (workflow.Name, StateMachineType.Standard, workflow.Definition, Role)),
            kept.Values.Select(machine => (machine.Name, machine.Type, machine.Definition, machine.RoleArn)));
    }

    [Fact]
    public async Task Leaves_those_alone_that_are_there()
    {
        await SeedWorkflows.RegisterAsync(catalog, Role);
        var before = kept.Values.ToList();

        await SeedWorkflows.RegisterAsync(catalog, "arn:aws:iam::123456789012:role/Another");

        Assert.Equal(before, kept.Values);
        store.Verify(it => it.TryReplaceAsync(It.IsAny<StateMachineRecord>(), It.IsAny<long>(), It.IsAny<CancellationToken>()), Times.Never);
    }

    [Fact]
    public async Task Updates_one_whose_definition_is_another()
    {
        await SeedWorkflows.RegisterAsync(catalog, Role);
        var arn = catalog.Arns.StateMachine("OrderProcessing");
        kept[arn] = kept[arn] with { Definition = "{}" };

        await SeedWorkflows.RegisterAsync(catalog, Role);

        Assert.Equal(SeedWorkflows.OrderProcessing.Definition, kept[arn].Definition);
        store.Verify(it => it.TryReplaceAsync(It.IsAny<StateMachineRecord>(), It.IsAny<long>(), It.IsAny<CancellationToken>()), Times.Once);
    }
}
