using TaskOrchestration.Conformance.Tests.Corpora;
using TaskOrchestration.Conformance.Tests.Driving;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Parsing;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Facts;

public sealed class VirtualRunTests
{
    [Fact]
    public void Lets_a_year_pass_in_no_time()
    {
        var outcome = Run("""{"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":31536000,"End":true}}}""", NoWork);

        Assert.Equal(ExecutionStatus.Succeeded, outcome.Status);
        Assert.Equal(Births.Moment.AddDays(365), outcome.History[^1].Timestamp);
    }

    [Fact]
    public void Reports_a_task_after_the_time_it_took()
    {
        var outcome = Run(
            """{"StartAt":"T","States":{"T":{"Type":"Task","Resource":"f","TimeoutSeconds":10,"End":true}}}""",
            request => new TaskReport(TimeSpan.FromSeconds(9), at => new Fact.TaskSucceeded(at, request.Task, Json.Of(9))));

        Assert.Equal(Json.Of(9), outcome.Output);
        Assert.Equal(Births.Moment.AddSeconds(9), outcome.History[^1].Timestamp);
    }

    [Fact]
    public void Fires_a_time_out_before_a_task_that_takes_longer()
    {
        var outcome = Run(
            """{"StartAt":"T","States":{"T":{"Type":"Task","Resource":"f","TimeoutSeconds":10,"End":true}}}""",
            request => new TaskReport(TimeSpan.FromSeconds(11), at => new Fact.TaskSucceeded(at, request.Task, Json.Of(11))));

        Assert.Equal(new Failure(Failure.Timeout, Cause: null), outcome.Failure);
        Assert.Equal(Births.Moment.AddSeconds(10), outcome.History[^1].Timestamp);
    }

    [Fact]
    public void Leaves_an_execution_running_that_waits_for_what_never_comes()
    {
        var outcome = Run("""{"StartAt":"T","States":{"T":{"Type":"Task","Resource":"f","End":true}}}""", _ => new TaskReport(TimeSpan.Zero, Fact: null));

        Assert.Equal(ExecutionStatus.Running, outcome.Status);
        Assert.Equal("T", Assert.Single(outcome.Requests).StateName);
    }

    [Fact]
    public void Runs_the_children_of_Map_Runs_beside_each_other()
    {
        const string Definition = """
            {"StartAt":"M","States":{"M":{"Type":"Map","ItemSelector":{"s.$":"$$.Map.Item.Value"},"End":true,"ToleratedFailureCount":1,"ItemProcessor":{
              "ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},
              "StartAt":"T","States":{"T":{"Type":"Task","Resource":"f","TimeoutSeconds":10,"End":true}}}}}}
            """;
        var outcome = Run(
            Definition,
            request => new TaskReport(TimeSpan.FromSeconds(((JsonNumber)((JsonObject)request.Input)["s"]!).Value), at => new Fact.TaskSucceeded(at, request.Task, Json.Null)),
            "[7,20,9]");

        Assert.Equal(["null", "FAILED", "null"], Assert.IsType<JsonArray>(outcome.Output).Select(output => output is JsonObject child ? child.Text("Status") : output.ToString()));
        Assert.Equal(Births.Moment.AddSeconds(10), outcome.History[^1].Timestamp);
    }

    private static VirtualOutcome Run(string definition, Func<TaskRequest, TaskReport> perform, string input = "{}") =>
        VirtualRun.ToEnd(DefinitionParser.Parse(definition).Machine!, Births.Of(Json.Parse(input)), Births.Moment, perform);

    private static TaskReport NoWork(TaskRequest request) => throw new InvalidOperationException(request.StateName);
}
