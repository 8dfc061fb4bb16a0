using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.StatesLanguage.Tests.Executions;

public sealed class InvocationTests
{
    private const string LoopOverItems =
        """
        {"StartAt":"Each","States":{
          "Each":{"Type":"Map","MaxConcurrency":1,"ItemsPath":"$.items","ResultPath":null,"Next":"Again",
            "ItemProcessor":{"StartAt":"Work","States":{
              "Work":{"Type":"Task","Resource":"work","Retry":[{"ErrorEquals":["Busy"],"MaxAttempts":2}],"End":true}}}},
          "Again":{"Type":"Task","Resource":"again","ResultPath":"$.again","Next":"More"},
          "More":{"Type":"Choice","Choices":[{"Variable":"$.again","BooleanEquals":true,"Next":"Each"}],"Default":"Done"},
          "Done":{"Type":"Succeed"}}}
        """;

    [Fact]
    public void Attempts_at_a_state_are_counted_over_retries_iterations_and_visits()
    {
        var run = Run("case");

        Assert.Equal(
            ["Work 0", "Work 1", "Work 2", "Again 0", "Work 3", "Work 4", "Again 1"],
            run.Tasks.Select(task => $"{task.StateName} {task.Invocation}"));
    }

    [Fact]
    public void Nobody_counts_them_without_a_test_case() => Assert.All(Run(testCase: null).Tasks, task => Assert.Equal(0, task.Invocation));

    [Fact]
    public void A_snapshot_keeps_the_count()
    {
        var run = Run("case");
        for (var cut = 1; cut < run.Journal.Count; cut++)
        {
            var before = new Execution(run.Execution.Machine);
            foreach (var fact in run.Journal.Take(cut))
            {
                before.Apply(fact, []);
            }

            var text = before.Snapshot().ToString();
            var restored = Execution.Restore(before.Machine, (JsonObject)Json.Parse(text));

            Assert.Equal(text, restored.Snapshot().ToString());
            Assert.Equal(before.Outstanding(), restored.Outstanding());
        }
    }

    [Fact]
    public void A_start_with_a_test_case_survives_being_written_and_read()
    {
        var started = new Fact.Started(Simulation.Beginning, Simulation.Start(Json.Null) with { TestCase = "Happy path", Version = 3, Alias = "PROD" });

        Assert.Equal(started, FactCodec.FromJson(Json.Parse(FactCodec.ToJson(started).ToString())));
    }

    [Fact]
    public void The_same_start_with_another_test_case_is_another_wish()
    {
        var start = Simulation.Start(Json.Null) with { TestCase = "one" };

        Assert.True(start.IsSameWish(start with { Seed = new string('1', 64) }));
        Assert.False(start.IsSameWish(start with { TestCase = "two" }));
        Assert.False(start.IsSameWish(start with { Version = 1 }));
        Assert.False((start with { Version = 1 }).IsSameWish(start with { Version = 1, Alias = "PROD" }));
        Assert.True((start with { Version = 1, Alias = "PROD" }).IsSameWish(start with { Version = 2, Alias = "PROD" }));
        Assert.False(start.IsSameWish(start with { Input = Json.True }));
    }

    private static Simulation Run(string? testCase)
    {
        var run = new Simulation(Simulation.Machine(LoopOverItems), Json.Parse("""{"items":[1,2]}"""), testCase: testCase, answer: Answerer());
        return run.ToTheEnd();
    }

    /// <summary>The first attempt at Work fails; the loop goes round twice.</summary>
    private static Func<TaskRequest, Answer> Answerer()
    {
        var (works, rounds) = (0, 0);
        return request => request.StateName == "Again" ? Answer.With(Json.Of(rounds++ == 0))
            : works++ == 0 ? Answer.Failure("Busy")
            : Answer.With("1");
    }
}
