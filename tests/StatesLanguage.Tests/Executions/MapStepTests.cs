using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.StatesLanguage.Tests.Executions;

public sealed class MapStepTests
{
    private const string Processor = """ "ItemProcessor":{"StartAt":"I","States":{"I":{"Type":"Task","Resource":"f","End":true}}} """;

    [Fact]
    public void Runs_its_graph_for_every_item_and_keeps_their_order()
    {
        var run = Simulation.Of(Map("\"ItemsPath\":\"$.items\",\"ResultPath\":\"$.out\""), """{"items":[1,2,3]}""", _ => Answer.Never);
        foreach (var task in run.Tasks.Reverse().ToList())
        {
            run.Give(new Fact.TaskSucceeded(run.Now, task.Task, JsonArray.Of(task.Input)));
        }

        Assert.Equal("""{"items":[1,2,3],"out":[[1],[2],[3]]}""", run.Execution.Output?.ToString());
    }

    [Fact]
    public void Yields_an_empty_list_for_no_items() => Assert.Equal("[]", Simulation.Run(Map(""), "[]").Execution.Output?.ToString());

    [Fact]
    public void Makes_each_input_with_the_selector_from_the_item_its_index_and_the_state_input()
    {
        var run = Simulation.Run(
            Map(""" "ItemsPath":"$.items","ItemSelector":{"i.$":"$$.Map.Item.Index","v.$":"$$.Map.Item.Value","k.$":"$.k"} """),
            """{"items":["a","b"],"k":7}""");

        Assert.Equal("""[{"i":0,"v":"a","k":7},{"i":1,"v":"b","k":7}]""", run.Execution.Output?.ToString());
    }

    [Theory]
    [InlineData("\"MaxConcurrency\":2", "{}", 2)]
    [InlineData("\"MaxConcurrencyPath\":\"$.c\"", "{\"c\":3}", 3)]
    [InlineData("\"MaxConcurrency\":0", "{}", 5)]
    public void Runs_no_more_at_once_than_it_may(string fields, string input, int atOnce)
    {
        var items = ((JsonObject)Json.Parse(input)).With("items", Json.Parse("[1,2,3,4,5]"));
        var run = Simulation.Of(Map($"{fields},\"ItemsPath\":\"$.items\""), items.ToString(), _ => Answer.Never);
        Assert.Equal(atOnce, run.Tasks.Count());

        run.Give(new Fact.TaskSucceeded(run.Now, run.Tasks.First().Task, Json.Null));

        Assert.Equal(Math.Min(atOnce + 1, 5), run.Tasks.Count());
    }

    [Fact]
    public void Fails_with_the_first_failure_and_cuts_the_rest_short()
    {
        var run = Simulation.Run(Map(""), "[1,2,3]", task => task.Input.ToString() == "2" ? Answer.Failure("E", "two") : Answer.Never);

        Assert.Equal(new Failure("E", "two"), run.Execution.Failure);
        Assert.Equal(2, run.EventTypes.Count(type => type == HistoryEventType.MapIterationAborted));
        Assert.Equal([HistoryEventType.MapStateFailed, HistoryEventType.ExecutionFailed], run.EventTypes.TakeLast(2));
    }

    [Theory]
    [InlineData("\"ToleratedFailureCount\":1", 1, true)]
    [InlineData("\"ToleratedFailureCount\":1", 2, false)]
    [InlineData("\"ToleratedFailurePercentage\":50", 2, true)]
    [InlineData("\"ToleratedFailurePercentage\":49", 2, false)]
    public void Tolerates_as_many_failures_as_it_may(string fields, int failures, bool succeeds)
    {
        var run = Simulation.Run(Map(fields), "[1,2,3,4]", task => ((JsonNumber)task.Input).Value <= failures ? Answer.Failure("E") : Answer.With(task.Input));

        Assert.Equal(succeeds ? null : "States.ExceedToleratedFailureThreshold", run.Execution.Failure?.Error);
    }

    [Theory]
    [InlineData("""{"a":1}""", "Reference path \"$\" must point to array.")]
    [InlineData("\"text\"", "Reference path \"$\" must point to array.")]
    public void Ends_the_execution_when_there_is_no_list(string input, string cause) =>
        Assert.Equal(
            new Failure("States.Runtime", "An error occurred while executing the state 'S' (entered at the event id #2). " + cause),
            Simulation.Run(Map(""), input).Execution.Failure);

    [Fact]
    public void Hangs_the_next_iteration_on_the_one_whose_place_it_takes()
    {
        var run = Simulation.Run(Map("\"MaxConcurrency\":1"), "[1,2]");

        var starts = run.History.Where(happened => happened.Type == HistoryEventType.MapIterationStarted).ToList();
        var firstExit = run.History.First(happened => happened.Type == HistoryEventType.TaskStateExited);
        Assert.Equal([3, firstExit.Id], starts.Select(happened => happened.PreviousId));
    }

    [Theory]
    [InlineData("\"ToleratedFailureCount\":0", 0, true)]
    [InlineData("\"ToleratedFailureCount\":0", 1, false)]
    [InlineData("\"ToleratedFailurePercentage\":0", 1, false)]
    [InlineData("\"ToleratedFailurePercentage\":100", 8, true)]
    [InlineData("\"ToleratedFailureCount\":8", 8, true)]
    [InlineData("\"ToleratedFailurePercentage\":12.5", 1, true)]
    [InlineData("\"ToleratedFailurePercentage\":12.4", 1, false)]
    [InlineData("\"ToleratedFailureCount\":3,\"ToleratedFailurePercentage\":25", 2, true)]
    [InlineData("\"ToleratedFailureCount\":3,\"ToleratedFailurePercentage\":25", 3, false)]
    [InlineData("\"ToleratedFailureCount\":1,\"ToleratedFailurePercentage\":100", 2, false)]
    [InlineData("\"ToleratedFailureCountPath\":\"$.two\",\"ItemsPath\":\"$.l\"", 2, true)]
    [InlineData("\"ToleratedFailurePercentagePath\":\"$.share\",\"ItemsPath\":\"$.l\"", 1, true)]
    [InlineData("\"ToleratedFailurePercentagePath\":\"$.share\",\"ItemsPath\":\"$.l\"", 2, false)]
    public void Holds_to_the_lower_of_its_thresholds(string fields, int failures, bool succeeds)
    {
        var items = "[1,2,3,4,5,6,7,8]";
        var run = Simulation.Run(
            Map(fields),
            fields.Contains("$.l", StringComparison.Ordinal) ? $"{{\"l\":{items},\"two\":\"2\",\"share\":12.5}}" : items,
            task => ((JsonNumber)task.Input).Value <= failures ? Answer.Failure("E") : Answer.With(task.Input));

        Assert.Equal(succeeds ? null : "States.ExceedToleratedFailureThreshold", run.Execution.Failure?.Error);
    }

    [Fact]
    public void Takes_its_items_from_the_context_object_and_its_selector_under_the_old_name()
    {
        var run = Simulation.Run(
            Machines.Of(""" "Type":"Map","ItemsPath":"$$.Execution.Input.l","Parameters":{"v.$":"$$.Map.Item.Value","k.$":"$.k"},"Iterator":{"StartAt":"I","States":{"I":{"Type":"Pass","End":true}}},"End":true """),
            """{"l":[1,2],"k":"x"}""");

        Assert.Equal("""[{"v":1,"k":"x"},{"v":2,"k":"x"}]""", run.Execution.Output?.ToString());
    }

    [Fact]
    public void Begins_no_iteration_for_no_items_and_tolerates_what_it_likes()
    {
        var run = Simulation.Run(Map("\"ToleratedFailurePercentage\":10,\"MaxConcurrency\":1,\"ResultSelector\":{\"all.$\":\"$\"}"), "[]");

        Assert.Equal("""{"all":[]}""", run.Execution.Output?.ToString());
        Assert.Equal(
            [
                HistoryEventType.ExecutionStarted, HistoryEventType.MapStateEntered, HistoryEventType.MapStateStarted,
                HistoryEventType.MapStateSucceeded, HistoryEventType.MapStateExited, HistoryEventType.ExecutionSucceeded,
            ],
            run.EventTypes);
    }

    [Fact]
    public void A_selector_that_fails_cuts_short_the_iterations_that_run()
    {
        var run = Simulation.Of(
            Machines.Of($"\"Type\":\"Map\",\"ItemSelector\":{{\"v.$\":\"States.MathAdd($$.Map.Item.Value, 1)\"}},{Processor},\"Retry\":[{{\"ErrorEquals\":[\"States.IntrinsicFailure\"],\"MaxAttempts\":1,\"IntervalSeconds\":5}}],\"End\":true"),
            """[1,2,"three"]""",
            _ => Answer.Never);

        Assert.Equal(2, run.Tasks.Count());
        Assert.Equal(run.Tasks.Select(task => new Effect.CancelTask(task.Task)), run.Effects.OfType<Effect.CancelTask>());
        Assert.Equal([new Effect.SetTimer(run.Execution.Outstanding().OfType<Effect.SetTimer>().Single().Timer, Simulation.Beginning.AddSeconds(5))], run.Execution.Outstanding());

        run.ToTheEnd();

        Assert.Equal("States.IntrinsicFailure", run.Execution.Failure?.Error);
        Assert.Equal(4, run.EventTypes.Count(type => type == HistoryEventType.MapIterationAborted));
        Assert.Equal(2, run.EventTypes.Count(type => type == HistoryEventType.MapStateStarted));
    }

    [Fact]
    public void Reduces_results_far_over_the_limit_with_its_selector()
    {
        var run = Simulation.Run(Map("\"ResultSelector\":{\"n.$\":\"States.ArrayLength($)\"}"), "[1,2,3,4]", _ => Answer.With(Json.Of(new string('a', 200_000))));

        Assert.Equal("""{"n":4}""", run.Execution.Output?.ToString());
    }

    [Fact]
    public void Fails_before_its_results_fill_the_memory()
    {
        var large = Answer.With(Json.Of(new string('a', 200_000)));
        var run = Simulation.Run(Map("\"MaxConcurrency\":1,\"ResultPath\":null"), $"[{string.Join(',', Enumerable.Range(0, 1000))}]", _ => large);

        Assert.Equal("States.DataLimitExceeded", run.Execution.Failure?.Error);
        Assert.Equal(84, run.Tasks.Count());
    }

    [Fact]
    public void Fails_when_a_selector_makes_an_input_over_the_limit()
    {
        var run = Simulation.Run(
            Map("\"ItemsPath\":\"$.l\",\"ItemSelector\":{\"a.$\":\"$.t\",\"b.$\":\"$.t\"}"),
            $"{{\"l\":[1],\"t\":\"{new string('a', 200_000)}\"}}");

        Assert.Equal("States.DataLimitExceeded", run.Execution.Failure?.Error);
        Assert.Empty(run.Tasks);
    }

    private static string Map(string fields) => Machines.Of($"\"Type\":\"Map\",{(fields.Length > 0 ? fields + "," : "")}{Processor},\"End\":true");
}
