using TaskOrchestration.StatesLanguage.Expressions;
using TaskOrchestration.StatesLanguage.Expressions.Intrinsics;
using TaskOrchestration.StatesLanguage.Expressions.JsonPaths;
using TaskOrchestration.StatesLanguage.Parsing;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Tests.Parsing;

public class DefinitionParserTests
{
    [Fact]
    public void Reads_the_top_level()
    {
        var machine = Definition.Machine(
            """{"Comment":"c","Version":"1.0","TimeoutSeconds":60,"QueryLanguage":"JSONPath","StartAt":"S","States":{"S":{"Type":"Succeed"}}}""");

        Assert.Equal(
            new StateMachine
            {
                Comment = "c",
                Version = "1.0",
                TimeoutSeconds = 60,
                Graph = new StateGraph("S", [new SucceedState { Name = "S" }]),
            },
            machine);
    }

    [Fact]
    public void Reads_a_Task_with_all_its_fields()
    {
        var state = Definition.State<TaskState>(
            """
            {
              "Type": "Task", "Comment": "c", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:f",
              "InputPath": "$.in", "OutputPath": null, "Parameters": {"a.$": "$.b", "c": [1]}, "ResultSelector": {"d": {"e.$": "States.UUID()"}},
              "ResultPath": "$.out", "TimeoutSeconds": 10, "HeartbeatSecondsPath": "$.beat", "Credentials": {"RoleArn.$": "$.role"},
              "Assign": {"x.$": "$.y", "z": 1},
              "Retry": [{"ErrorEquals": ["A", "B"], "IntervalSeconds": 2, "MaxAttempts": 0, "BackoffRate": 1.5, "MaxDelaySeconds": 30, "JitterStrategy": "FULL"}],
              "Catch": [{"ErrorEquals": ["States.ALL"], "ResultPath": null, "Next": "Z"}],
              "Next": "Z"
            }
            """);

        Assert.Equal(
            new TaskState
            {
                Name = "S",
                Comment = "c",
                Resource = "arn:aws:lambda:us-east-1:123456789012:function:f",
                InputPath = new DataPath.At(ValuePath.Parse("$.in")),
                OutputPath = DataPath.Nothing,
                Arguments = new Expression.ObjectOf([new("a", Path("$.b")), new("c", new Expression.Constant(Json.Parse("[1]")))]),
                ResultSelector = new Expression.ObjectOf([new("d", new Expression.ObjectOf([new("e", Call("States.UUID()"))]))]),
                ResultPath = new ResultTarget.At(JsonPath.Parse("$.out")),
                TimeoutSeconds = Number(10),
                HeartbeatSeconds = Path("$.beat"),
                Credentials = new Expression.ObjectOf([new("RoleArn", Path("$.role"))]),
                Assign = [new Assignment("x", Path("$.y")), new Assignment("z", Number(1))],
                Retry =
                [
                    new Retrier
                    {
                        ErrorEquals = ["A", "B"],
                        IntervalSeconds = 2,
                        MaxAttempts = 0,
                        BackoffRate = 1.5,
                        MaxDelaySeconds = 30,
                        FullJitter = true,
                    },
                ],
                Catch = [new Catcher { ErrorEquals = ["States.ALL"], ResultPath = ResultTarget.Discard, Next = "Z" }],
                Transition = new Transition.Next("Z"),
            },
            state);
    }

    [Fact]
    public void Takes_the_Result_of_a_Pass_verbatim()
    {
        var state = Definition.State<PassState>("""{"Type":"Pass","Result":{"a.$":"$.b"},"End":true}""");

        Assert.Equal(
            new PassState { Name = "S", Result = Json.Parse("""{"a.$":"$.b"}"""), Transition = new Transition.End() },
            state);
    }

    [Fact]
    public void Tells_a_null_Result_from_none()
    {
        Assert.Equal(Json.Null, Definition.State<PassState>("""{"Type":"Pass","Result":null,"End":true}""").Result);
        Assert.Null(Definition.State<PassState>("""{"Type":"Pass","End":true}""").Result);
    }

    [Theory]
    [InlineData("""{"Type":"Wait","Seconds":0,"End":true}""", "0")]
    [InlineData("""{"Type":"Wait","SecondsPath":"$.s","End":true}""", null)]
    public void Reads_a_Wait_for_a_time(string state, string? constant) =>
        Assert.Equal(
            new Delay.For(constant is null ? Path("$.s") : new Expression.Constant(Json.Parse(constant))),
            Definition.State<WaitState>(state).Delay);

    [Theory]
    [InlineData("2030-01-01T00:00:00Z")]
    [InlineData("2030-12-31T23:59:59.123456789Z")]
    [InlineData("2030-01-01T00:00:00+05:30")]
    public void Reads_a_Wait_until_a_moment(string moment) =>
        Assert.Equal(
            new Delay.Until(new Expression.Constant(Json.Of(moment))),
            Definition.State<WaitState>($$"""{"Type":"Wait","Timestamp":"{{moment}}","End":true}""").Delay);

    [Fact]
    public void Reads_the_rules_of_a_Choice()
    {
        var state = Definition.State<ChoiceState>(
            """
            {
              "Type": "Choice", "Default": "Z",
              "Choices": [
                {"Variable": "$.a", "NumericGreaterThanEquals": 1.5, "Next": "Z", "Comment": "c", "Assign": {"x": 1}},
                {"Variable": "$x", "StringEqualsPath": "$$.Execution.Name", "Next": "Z"},
                {"And": [{"Not": {"Variable": "$.b", "IsPresent": true}}, {"Or": [{"Variable": "$.c", "StringMatches": "a*"}]}], "Next": "Z"}
              ]
            }
            """);

        Assert.Equal(
            new ChoiceState
            {
                Name = "S",
                Default = "Z",
                Choices =
                [
                    new ChoiceRule
                    {
                        Condition = new Condition.Compare(ValuePath.Parse("$.a"), Comparison.NumericGreaterThanEquals, Json.Of(1.5)),
                        Next = "Z",
                        Comment = "c",
                        Assign = [new Assignment("x", Number(1))],
                    },
                    new ChoiceRule
                    {
                        Condition = new Condition.ComparePath(
                            ValuePath.Parse("$x"), Comparison.StringEquals, ValuePath.Parse("$$.Execution.Name")),
                        Next = "Z",
                    },
                    new ChoiceRule
                    {
                        Condition = new Condition.And(
                        [
                            new Condition.Not(new Condition.Compare(ValuePath.Parse("$.b"), Comparison.IsPresent, Json.True)),
                            new Condition.Or([new Condition.Compare(ValuePath.Parse("$.c"), Comparison.StringMatches, Json.Of("a*"))]),
                        ]),
                        Next = "Z",
                    },
                ],
            },
            state);
    }

    [Fact]
    public void Reads_a_Fail_whose_cause_is_worked_out() =>
        Assert.Equal(
            new FailState { Name = "S", Error = new Expression.Constant(Json.Of("E")), Cause = Call("States.Format('{}', $.a)") },
            Definition.State<FailState>("""{"Type":"Fail","Error":"E","CausePath":"States.Format('{}', $.a)"}"""));

    [Fact]
    public void Reads_the_branches_of_a_Parallel()
    {
        var state = Definition.State<ParallelState>(
            """
            {
              "Type": "Parallel", "End": true,
              "Branches": [
                {"StartAt": "A", "States": {"A": {"Type": "Succeed"}}},
                {"StartAt": "B", "States": {"B": {"Type": "Succeed"}}}
              ]
            }
            """);

        Assert.Equal(
            new ParallelState
            {
                Name = "S",
                Transition = new Transition.End(),
                Branches =
                [
                    new StateGraph("A", [new SucceedState { Name = "A" }]),
                    new StateGraph("B", [new SucceedState { Name = "B" }]),
                ],
            },
            state);
    }

    [Fact]
    public void Reads_the_old_words_of_a_Map_like_the_new_ones()
    {
        var old = Definition.State<MapState>(
            """
            {
              "Type": "Map", "ItemsPath": "$.items", "MaxConcurrency": 2, "ToleratedFailurePercentage": 12.5, "End": true,
              "Parameters": {"i.$": "$$.Map.Item.Value"}, "Iterator": {"StartAt": "I", "States": {"I": {"Type": "Succeed"}}}
            }
            """);
        var current = Definition.State<MapState>(
            """
            {
              "Type": "Map", "ItemsPath": "$.items", "MaxConcurrency": 2, "ToleratedFailurePercentage": 12.5, "End": true,
              "ItemSelector": {"i.$": "$$.Map.Item.Value"},
              "ItemProcessor": {"ProcessorConfig": {"Mode": "INLINE"}, "StartAt": "I", "States": {"I": {"Type": "Succeed"}}}
            }
            """);

        Assert.Equal(
            new MapState
            {
                Name = "S",
                Items = Path("$.items"),
                ItemSelector = new Expression.ObjectOf([new("i", Path("$$.Map.Item.Value"))]),
                ItemProcessor = new StateGraph("I", [new SucceedState { Name = "I" }]),
                MaxConcurrency = Number(2),
                ToleratedFailurePercentage = new Expression.Constant(Json.Of(12.5)),
                Transition = new Transition.End(),
            },
            current);
        Assert.Equal(current with { UsesIterator = true, UsesParameters = true }, old);
    }

    [Theory]
    [InlineData("""{"a":[1,{"b":"$.c"}]}""")]
    [InlineData("[1,2]")]
    [InlineData("\"text\"")]
    public void Folds_templates_without_paths_into_constants(string template)
    {
        var parsed = DefinitionParser.Parse(Definition.Of($$"""{"Type":"Pass","Parameters":{{template}},"End":true}"""));

        Assert.Equal(
            new Expression.Constant(Json.Parse(template)),
            Assert.IsType<PassState>(parsed.Machine?.Graph["S"]).Parameters);
    }

    [Fact]
    public void Takes_the_root_as_no_path_at_all()
    {
        var state = Definition.State<PassState>("""{"Type":"Pass","InputPath":"$","OutputPath":"$","ResultPath":"$","End":true}""");

        Assert.Equal(new PassState { Name = "S", Transition = new Transition.End() }, state);
    }

    private static Expression.Constant Number(long value) => new(Json.Of(value));

    private static Expression.PathTo Path(string path) => new(ValuePath.Parse(path));

    private static Expression.Call Call(string call) => new(IntrinsicCall.Parse(call));
}
