using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.Orchestrations.Tests.Catalog;

public class AccountQuotasTests
{
    private const string Definition = """{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}""";

    private readonly StateMachineCatalog catalog = new(new MemoryStateMachineStore(), new ArnScheme(), TimeProvider.System, documents: null, new AccountQuotas { StateMachines = 2 });

    [Fact]
    public async Task There_are_no_more_machines_than_there_may_be()
    {
        await CreateAsync("a");
        await CreateAsync("b");

        var refused = await Assert.ThrowsAsync<RefusedException>(() => CreateAsync("c"));

        Assert.Equal((Refusal.StateMachineLimitExceeded, "State Machine Limit Exceeded: 'There are 2 state machines, and no more may be'"), (refused.Refusal, refused.Message));
    }

    [Fact]
    public async Task A_machine_that_is_there_may_be_wished_for_again()
    {
        var first = await CreateAsync("a");
        await CreateAsync("b");

        Assert.Equal(first, await CreateAsync("a"));
    }

    [Fact]
    public async Task One_that_is_deleted_makes_room()
    {
        var first = await CreateAsync("a");
        await CreateAsync("b");
        await catalog.DeleteAsync(first.Arn);

        await CreateAsync("c");

        await Assert.ThrowsAsync<RefusedException>(() => CreateAsync("d"));
    }

    [Theory]
    [InlineData(0, 1, 1, "Quotas:StateMachines")]
    [InlineData(1, -1, 1, "Quotas:Activities")]
    [InlineData(1, 1, 0, "Quotas:OpenExecutions")]
    public void A_quota_of_nothing_is_no_setting(int machines, int activities, int open, string named) => Assert.Contains(
        named,
        Assert.Throws<InvalidDataException>(() => new AccountQuotas { StateMachines = machines, Activities = activities, OpenExecutions = open }.Checked()).Message,
        StringComparison.Ordinal);

    private async Task<StateMachineRecord> CreateAsync(string name) =>
        await catalog.CreateAsync(new StateMachineDraft { Name = name, Type = StateMachineType.Standard, Definition = Definition, RoleArn = "arn:aws:iam::1:role/r" });
}
