using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.Catalog;

public sealed class StateMachineCatalogTests
{
    private const string One = """{ "StartAt": "a", "States": { "a": { "Type": "Succeed" } } }""";
    private const string Other = """{ "StartAt": "b", "States": { "b": { "Type": "Succeed" } } }""";

    private readonly ManualTimeProvider time = new();
    private readonly StateMachineCatalog catalog;

    public StateMachineCatalogTests() => catalog = new StateMachineCatalog(new MemoryStateMachineStore(), new ArnScheme(), time);

    [Fact]
    public async Task Creates_a_machine()
    {
        var machine = await catalog.CreateAsync(Draft(One));

        Assert.Equal("arn:aws:states:us-east-1:123456789012:stateMachine:orders", machine.Arn);
        Assert.Equal((time.GetUtcNow(), null), (machine.CreationDate, machine.RevisionId));
        Assert.Equal(machine, await catalog.DescribeAsync(machine.Arn));
    }

    [Fact]
    public async Task Creating_the_same_machine_again_gives_the_one_that_is_there()
    {
        var machine = await catalog.CreateAsync(Draft(One));
        time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(machine, await catalog.CreateAsync(Draft(One)));
    }

    [Fact]
    public async Task A_name_belongs_to_one_definition()
    {
        await catalog.CreateAsync(Draft(One));

        var refused = await Assert.ThrowsAsync<RefusedException>(async () => await catalog.CreateAsync(Draft(Other)));

        Assert.Equal(Refusal.StateMachineAlreadyExists, refused.Refusal);
    }

    [Fact]
    public async Task Refuses_a_definition_with_errors_and_says_which()
    {
        var refused = await Assert.ThrowsAsync<RefusedException>(async () => await catalog.CreateAsync(Draft("{}")));

        Assert.Equal(Refusal.InvalidDefinition, refused.Refusal);
        Assert.NotEmpty(refused.Problems);
    }

    [Fact]
    public async Task An_update_changes_what_it_names_and_makes_a_new_revision()
    {
        var machine = await catalog.CreateAsync(Draft(One));
        time.Advance(TimeSpan.FromMinutes(1));

        var updated = await catalog.UpdateAsync(machine.Arn, new StateMachineChange { Definition = Other });

        Assert.NotNull(updated.RevisionId);
        Assert.Equal(
            machine with { Definition = Other, UpdateDate = time.GetUtcNow(), RevisionId = updated.RevisionId, Revision = updated.Revision },
            updated);
        Assert.Equal(updated, await catalog.DescribeAsync(machine.Arn));
    }

    [Fact]
    public async Task A_machine_that_is_not_there_is_refused()
    {
        var refused = await Assert.ThrowsAsync<RefusedException>(async () => await catalog.DescribeAsync("arn:none"));

        Assert.Equal(Refusal.StateMachineDoesNotExist, refused.Refusal);
    }

    [Fact]
    public async Task Deleting_twice_is_no_error()
    {
        var machine = await catalog.CreateAsync(Draft(One));

        await catalog.DeleteAsync(machine.Arn);
        await catalog.DeleteAsync(machine.Arn);

        await Assert.ThrowsAsync<RefusedException>(async () => await catalog.DescribeAsync(machine.Arn));
    }

    [Fact]
    public async Task Lists_page_by_page_until_the_end()
    {
        foreach (var name in (string[])["a", "b", "c"])
        {
            await catalog.CreateAsync(Draft(One) with { Name = name });
        }

        var first = await catalog.ListAsync(2, cursor: null);
        var second = await catalog.ListAsync(2, first.Next);

        Assert.Equal(["a", "b"], first.Items.Select(machine => machine.Name));
        Assert.Equal(["c"], second.Items.Select(machine => machine.Name));
        Assert.Null(second.Next);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no cursor")]
    [InlineData("bm90IG91cnM")]
    public async Task A_cursor_made_up_is_refused(string cursor)
    {
        var refused = await Assert.ThrowsAsync<RefusedException>(async () => await catalog.ListAsync(2, cursor));

        Assert.Equal(Refusal.InvalidToken, refused.Refusal);
    }

    private static StateMachineDraft Draft(string definition) =>
        new() { Name = "orders", Definition = definition, RoleArn = "arn:aws:iam::123456789012:role/orders" };
}
