using TaskOrchestration.StatesLanguage.Parsing;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.StatesLanguage.Tests.Parsing;

public sealed class LoneStateTests
{
    [Theory]
    [InlineData("""{"Type":"Pass","Next":"Anywhere"}""")]
    [InlineData("""{"Type":"Pass","End":true}""")]
    [InlineData("""{"Type":"Pass","Next":"StateName"}""", "MISSING_END_STATE: Workflow has no terminal state")]
    [InlineData("""{"Type":"Choice","Choices":[{"Variable":"$.a","IsPresent":true,"Next":"A"}],"Default":"B"}""")]
    [InlineData("""{"Type":"Task","Resource":"f","Catch":[{"ErrorEquals":["States.ALL"],"Next":"A"}],"Next":"A"}""")]
    [InlineData("""{"Type":"Pass"}""", "SCHEMA_VALIDATION_FAILED: These fields are required: [Next or End] at /States/StateName")]
    [InlineData("""{"Type":"Parallel","Branches":[],"End":true}""", "SCHEMA_VALIDATION_FAILED: Value cannot be empty at /States/StateName/Branches")]
    [InlineData("", "MISSING_DESCRIPTION: Expected a definition, found an empty text")]
    public void Is_checked_as_a_state_of_a_machine_that_has_all_it_leads_to(string state, params string[] problems) =>
        Assert.Equal(problems, LoneState.Parse(state).Problems.Select(Print));

    [Fact]
    public void Names_the_state_that_it_was_given()
    {
        var machine = LoneState.Parse("""{"Type":"Pass","Comment":"mine","Next":"After"}""").Machine!;

        Assert.Equal("mine", Assert.IsType<PassState>(machine.Graph[LoneState.Name]).Comment);
        Assert.Equal(new SucceedState { Name = "After" }, machine.Graph["After"]);
    }

    private static string Print(Problem problem) => $"{problem.Code}: {problem.Message}{(problem.Pointer.Length > 0 ? $" at {problem.Pointer}" : "")}";
}
