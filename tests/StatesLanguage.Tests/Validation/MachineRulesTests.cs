using TaskOrchestration.StatesLanguage.Parsing;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Tests.Parsing;

namespace TaskOrchestration.StatesLanguage.Tests.Validation;

public class MachineRulesTests
{
    private const string Missing = "MISSING_TRANSITION_TARGET: ";

    [Theory]
    [InlineData("""{"Type":"Pass","Next":"Q"}""", "/States/S/Next")]
    [InlineData("""{"Type":"Choice","Choices":[{"Variable":"$.a","IsNull":true,"Next":"Z"},{"Variable":"$.a","IsNull":false,"Next":"Q"}]}""", "/States/S/Choices[1]/Next")]
    [InlineData("""{"Type":"Choice","Choices":[{"Variable":"$.a","IsNull":true,"Next":"Z"}],"Default":"Q"}""", "/States/S/Default")]
    [InlineData("""{"Type":"Task","Resource":"f","Catch":[{"ErrorEquals":["States.ALL"],"Next":"Q"}],"Next":"Z"}""", "/States/S/Catch[0]/Next")]
    [InlineData("""{"Type":"Parallel","Branches":[{"StartAt":"Q","States":{"Y":{"Type":"Succeed"}}}],"Next":"Z"}""", "/States/S/Branches[0]/StartAt")]
    [InlineData("""{"Type":"Map","Iterator":{"StartAt":"I","States":{"I":{"Type":"Pass","Next":"Q"}}},"Next":"Z"}""", "/States/S/Iterator/States/I/Next")]
    public void Every_target_is_a_state_of_the_same_graph(string state, string pointer) =>
        Assert.Contains($"{Missing}Missing 'Next' target: Q at {pointer}", Definition.Problems(Definition.Of(state)));

    [Fact]
    public void No_transition_leaves_its_branch() =>
        Assert.Contains(
            $"{Missing}Missing 'Next' target: Z at /States/S/Branches[0]/States/B/Next",
            Definition.Problems(Definition.Of(
                """{"Type":"Parallel","Branches":[{"StartAt":"B","States":{"B":{"Type":"Pass","Next":"Z"}}}],"Next":"Z"}""")));

    [Fact]
    public void An_unreachable_stretch_is_reported_once_where_it_begins() =>
        Assert.Equal(
            [$"{Missing}State \"B\" is not reachable. at /States/B"],
            Definition.Problems(
                """{"StartAt":"A","States":{"A":{"Type":"Succeed"},"C":{"Type":"Pass","Next":"A"},"B":{"Type":"Pass","Next":"C"}}}"""));

    [Fact]
    public void An_unreachable_loop_is_reported_at_its_first_state() =>
        Assert.Equal(
            [$"{Missing}State \"B\" is not reachable. at /States/B"],
            Definition.Problems(
                """{"StartAt":"A","States":{"A":{"Type":"Succeed"},"B":{"Type":"Pass","Next":"C"},"C":{"Type":"Pass","Next":"B"}}}"""));

    [Fact]
    public void A_machine_that_never_ends_is_reported_without_a_place() =>
        Assert.Equal(
            ["MISSING_END_STATE: Workflow has no terminal state"],
            Definition.Problems("""{"StartAt":"A","States":{"A":{"Type":"Pass","Next":"B"},"B":{"Type":"Pass","Next":"A"}}}"""));

    [Fact]
    public void A_machine_that_never_ends_is_not_told_what_it_does_not_reach_but_what_it_misses() =>
        Assert.Equal(
            [$"{Missing}Missing 'Next' target: Q at /States/C/Next", "MISSING_END_STATE: Workflow has no terminal state"],
            Definition.Problems(
                """{"StartAt":"A","States":{"A":{"Type":"Pass","Next":"B"},"B":{"Type":"Pass","Next":"A"},"C":{"Type":"Pass","Next":"Q"}}}"""));

    [Fact]
    public void A_branch_that_never_ends_is_reported_where_it_is() =>
        Assert.Equal(
            ["MISSING_END_STATE: Workflow has no terminal state at /States/S/Branches[0]"],
            Definition.Problems(Definition.Of(
                """{"Type":"Parallel","Branches":[{"StartAt":"B","States":{"B":{"Type":"Pass","Next":"B"}}}],"End":true}""")));

    [Fact]
    public void Names_are_unique_across_graphs() =>
        Assert.Equal(
            ["DUPLICATE_STATE_NAME: Expected a state name that is unique in the machine, found 'Z', which is also at /States/Z at /States/S/Iterator/States/Z"],
            Definition.Problems(Definition.Of("""{"Type":"Map","Iterator":{"StartAt":"Z","States":{"Z":{"Type":"Succeed"}}},"Next":"Z"}""")));

    [Theory]
    [InlineData(80, new string[0])]
    [InlineData(81, new[] { "INVALID_STATE_NAME: Expected a state name of 1 to 80 characters, found 81 at /States/" })]
    public void Names_have_80_characters_at_most(int length, string[] problems)
    {
        var name = string.Concat(Enumerable.Repeat("😀", length));

        Assert.Equal(
            problems.Select(problem => problem + name),
            Definition.Problems("{\"StartAt\":\"" + name + "\",\"States\":{\"" + name + "\":{\"Type\":\"Succeed\"}}}"));
    }

    [Theory]
    [InlineData("arn:aws:states:::sns:publish.waitForTaskToken", "Express state machine does not support '.waitForTaskToken' service integration ")]
    [InlineData("arn:aws:states:::batch:submitJob.sync", "Express state machine does not support '.sync' service integration ")]
    [InlineData("arn:aws:states:us-east-1:123456789012:activity:a", "Express state machine does not support Activity ARN")]
    public void An_Express_machine_does_not_wait_for_others(string resource, string message)
    {
        var text = Definition.Of($$"""{"Type":"Task","Resource":"{{resource}}","End":true}""");

        Assert.Equal([], Definition.Problems(text, StateMachineType.Standard));
        Assert.Equal([$"SCHEMA_VALIDATION_FAILED: {message} at /States/S/Resource"], Definition.Problems(text, StateMachineType.Express));
    }

    [Theory]
    [InlineData("a b", "INVALID_LABEL_NAME")]
    [InlineData("a:b", "INVALID_LABEL_NAME")]
    [InlineData("", "INVALID_LABEL_NAME")]
    [InlineData("aaaaaaaaaabbbbbbbbbbccccccccccddddddddddE", "INVALID_LABEL_NAME")]
    [InlineData("Y", "DUPLICATE_LABEL_NAME")]
    [InlineData("aaaaaaaaaabbbbbbbbbbccccccccccdddddddddd", null)]
    public void Labels_of_Maps_are_parts_of_ARNs(string label, string? code) =>
        Assert.Equal(
            code is null ? [] : [code],
            DefinitionParser.Parse("{\"StartAt\":\"Y\",\"States\":{\"Y\":" + Distributed("Y", "I", "STANDARD", "\"Next\":\"X\"") + ",\"X\":" + Distributed(label, "J", "EXPRESS", "\"End\":true") + "}}")
                .Problems.Select(problem => problem.Code));

    [Theory]
    [InlineData("dynamodb:putItem.waitForTaskToken")]
    [InlineData("http:invoke.waitForTaskToken")]
    [InlineData("glue:startJobRun.waitForTaskToken")]
    [InlineData("lambda:invoke.sync")]
    [InlineData("sqs:sendMessage.sync")]
    [InlineData("aws-sdk:ec2:runInstances.sync")]
    public void A_service_waits_only_in_ways_that_it_has(string action)
    {
        var text = Definition.Of($$"""{"Type":"Task","Resource":"arn:aws:states:::{{action}}","Next":"Z"}""");

        Assert.Equal(
            [$"SCHEMA_VALIDATION_FAILED: The resource provided arn:aws:states:::{action} is not recognized. The value is not a valid resource ARN, or the resource is not available in this region. at /States/S/Resource"],
            Definition.Problems(text));
        Assert.NotNull(DefinitionParser.Parse(text, isStored: true).Machine);
    }

    [Theory]
    [InlineData("lambda:invoke.waitForTaskToken")]
    [InlineData("sqs:sendMessage.waitForTaskToken")]
    [InlineData("sns:publish.waitForTaskToken")]
    [InlineData("events:putEvents.waitForTaskToken")]
    [InlineData("apigateway:invoke.waitForTaskToken")]
    [InlineData("ecs:runTask.waitForTaskToken")]
    [InlineData("states:startExecution.waitForTaskToken")]
    [InlineData("aws-sdk:dynamodb:putItem.waitForTaskToken")]
    [InlineData("batch:submitJob.sync")]
    [InlineData("states:startExecution.sync:2")]
    [InlineData("unheard-of:do.waitForTaskToken")]
    public void A_service_waits_in_every_way_that_it_has(string action) =>
        Assert.Empty(Definition.Problems(Definition.Of($$"""{"Type":"Task","Resource":"arn:aws:states:::{{action}}","Next":"Z"}""")));

    [Fact]
    public void Express_executions_have_no_distributed_Maps_nor_do_Express_children_wait()
    {
        const string Waiting = "\"Type\":\"Task\",\"Resource\":\"arn:aws:states:::sqs:sendMessage.waitForTaskToken\"";
        var machine = "{\"StartAt\":\"X\",\"States\":{\"X\":" + Distributed("x", "J", "EXPRESS", "\"End\":true").Replace("\"Type\":\"Pass\"", Waiting, StringComparison.Ordinal) + "}}";

        Assert.Equal(
            ["SCHEMA_VALIDATION_FAILED: Express state machine does not support '.waitForTaskToken' service integration  at /States/X/ItemProcessor/States/J/Resource"],
            Definition.Problems(machine));
        Assert.Contains(
            "SCHEMA_VALIDATION_FAILED: Express state machine does not support Map states of the Mode 'DISTRIBUTED' at /States/X",
            Definition.Problems(machine, StateMachineType.Express));
    }

    [Fact]
    public void Refuses_a_JSONPath_state_in_a_JSONata_machine() =>
        Assert.Equal(
            ["SCHEMA_VALIDATION_FAILED: 'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine at /States/S"],
            Definition.Problems(
                """{"StartAt":"S","QueryLanguage":"JSONata","States":{"S":{"Type":"Pass","QueryLanguage":"JSONPath","Output":1,"InputPath":"$","End":true}}}"""));

    [Theory]
    [InlineData("\"jsonpath\"", "Value should be one of the following: [JSONPath, JSONata], found \"jsonpath\"")]
    [InlineData("5", "Expected value of type [STRING], found 5")]
    public void Takes_a_language_that_it_does_not_know_for_JSONata(string language, string message) =>
        Assert.Equal(
            [
                "SCHEMA_VALIDATION_FAILED: The QueryLanguage is set to 'JSONata', but field 'InputPath' is only supported for the 'JSONPath' QueryLanguage at /States/S",
                $"SCHEMA_VALIDATION_FAILED: {message} at /States/S/QueryLanguage",
            ],
            Definition.Problems(Definition.Of($$"""{"Type":"Pass","QueryLanguage":{{language}},"InputPath":"$","End":true}""")));

    private static string Distributed(string label, string inside, string type, string onward) =>
        """{"Type":"Map","ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":""" + $"\"{type}\"}},\"StartAt\":\"{inside}\","
        + $"\"States\":{{\"{inside}\":{{\"Type\":\"Pass\",\"End\":true}}}}}},\"Label\":\"{label}\",{onward}}}";
}
