using TaskOrchestration.Orchestrations.Workflows;
using TaskOrchestration.StatesLanguage.Parsing;

namespace TaskOrchestration.Orchestrations.Tests.Workflows;

public sealed class SeedWorkflowsTests
{
    public static TheoryData<string> Names => [.. SeedWorkflows.All.Select(workflow => workflow.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Have_no_problems(string name) =>
        Assert.Empty(DefinitionParser.Parse(SeedWorkflows.All.Single(workflow => workflow.Name == name).Definition).Problems);

    [Fact]
    public void Are_the_two_that_every_start_registers() =>
        Assert.Equal(["TransactionProcessor", "OrderProcessing", "OrderApproval", "TaskExport"], SeedWorkflows.All.Select(workflow => workflow.Name));
}
