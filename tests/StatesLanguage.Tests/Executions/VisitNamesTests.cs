using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.MapRuns;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.StatesLanguage.Tests.Executions;

public sealed class VisitNamesTests
{
    private const string Iterations = """
        {"StartAt":"M","States":{"M":{"Type":"Map","End":true,"Retry":[{"ErrorEquals":["Again"]}],"ItemProcessor":{"StartAt":"First","States":{
          "First":{"Type":"Task","Resource":"f","Next":"Then"},"Then":@THEN}}}}}
        """;

    private const string Task = """{"Type":"Task","Resource":"g","End":true}""";

    private const string MapRun = """
        {"Type":"Map","ItemsPath":"$.items","End":true,"ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},"StartAt":"P","States":{"P":{"Type":"Pass","End":true}}}}
        """;

    private readonly List<TaskRequest> asked = [];
    private readonly List<long> timers = [];
    private DateTimeOffset now = Simulation.Beginning;

    [Fact]
    public void An_iteration_asks_by_the_same_token_in_whatever_order_the_others_come()
    {
        var oneWay = Second(Iterations.Replace("@THEN", Task, StringComparison.Ordinal), [0, 1, 2]).Select(task => (task.Input, task.IdempotencyToken));
        var otherWay = Second(Iterations.Replace("@THEN", Task, StringComparison.Ordinal), [2, 0, 1]).Select(task => (task.Input, task.IdempotencyToken));

        Assert.Equal(oneWay.OrderBy(task => task.IdempotencyToken), otherWay.OrderBy(task => task.IdempotencyToken));
        Assert.Equal(3, oneWay.Distinct().Count());
    }

    [Fact]
    public void An_iteration_begins_the_same_Map_Run_in_whatever_order_the_others_come()
    {
        var oneWay = Second(Iterations.Replace("@THEN", MapRun, StringComparison.Ordinal), [0, 1, 2]).Select(Request);
        var otherWay = Second(Iterations.Replace("@THEN", MapRun, StringComparison.Ordinal), [2, 0, 1]).Select(Request);

        Assert.Equal(oneWay.OrderBy(run => run.Arn), otherWay.OrderBy(run => run.Arn));
        Assert.Equal(3, oneWay.Select(run => run.Arn).Distinct().Count());
    }

    [Fact]
    public void Iterations_that_begin_anew_have_new_tokens()
    {
        var execution = Begin(Iterations.Replace("@THEN", Task, StringComparison.Ordinal));
        var first = asked.ToList();
        asked.Clear();

        Apply(execution, new Fact.TaskFailed(now, first[0].Task, new Failure("Again", null)));
        now += TimeSpan.FromSeconds(1);
        Apply(execution, new Fact.TimerFired(now, timers[^1]));

        Assert.Equal(3, asked.Count);
        Assert.Empty(asked.Select(task => task.IdempotencyToken).Intersect(first.Select(task => task.IdempotencyToken)));
    }

    [Fact]
    public void An_execution_that_began_under_the_first_rules_keeps_its_names()
    {
        var tasks = Second(Iterations.Replace("@THEN", Task, StringComparison.Ordinal), [2, 0, 1], rules: 1);

        Assert.Equal([5L, 6, 7], tasks.Select(task => task.Visit));
    }

    /// <summary>What is asked second in each iteration, when the first tasks succeed in that order.</summary>
    private List<TaskRequest> Second(string definition, int[] order, int rules = RulesRevision.Current)
    {
        asked.Clear();
        var execution = Begin(definition, rules);
        List<TaskRequest> first = [.. asked];
        asked.Clear();
        foreach (var index in order)
        {
            Apply(execution, new Fact.TaskSucceeded(now, first[index].Task, first[index].Input));
        }

        return [.. asked];
    }

    private Execution Begin(string definition, int rules = RulesRevision.Current)
    {
        var execution = new Execution(Simulation.Machine(definition));
        Apply(execution, new Fact.Started(now, Simulation.Start(Json.Parse("""[{"items":[1]},{"items":[2]},{"items":[3]}]""")) with { Rules = rules }));
        return execution;
    }

    private void Apply(Execution execution, Fact fact)
    {
        var effects = new List<Effect>();
        Assert.True(execution.Apply(fact, effects));
        asked.AddRange(effects.OfType<Effect.InvokeTask>().Select(invoke => invoke.Request));
        timers.AddRange(effects.OfType<Effect.SetTimer>().Select(set => set.Timer));
    }

    private static (string Arn, Json Items) Request(TaskRequest task)
    {
        var request = MapRunRequest.Of(task);
        return (request.MapRunArn, ((ItemSource.Inline)request.Source).Items);
    }
}
