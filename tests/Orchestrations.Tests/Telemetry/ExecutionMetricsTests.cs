using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Telemetry;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.Telemetry;

public class ExecutionMetricsTests
{
    private const string Account = "200000000001";

    private const string Machine = """
        {
          "StartAt": "pay",
          "States": {
            "pay": {
              "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:200000000001:function:charge",
              "Retry": [{ "ErrorEquals": ["Busy"], "IntervalSeconds": 5 }], "Next": "send"
            },
            "send": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "x" }, "End": true }
          }
        }
        """;

    [Fact]
    public void Counts_and_times_executions_and_tasks_under_CloudWatchs_names()
    {
        var attempts = 0;
        using var readings = new Readings(Account);
        using var metrics = new ExecutionMetrics();
        var run = Simulation.Run(Machine, "{}", _ => attempts++ == 0 ? Answer.Failure("Busy") : Answer.With("1"));

        Observe(metrics, run, Account);
        readings.Observe();

        Assert.Equal(
            [
                "ExecutionTime StateMachineArn=Machine = 5000",
                "ExecutionsStarted StateMachineArn=Machine = 1",
                "ExecutionsSucceeded StateMachineArn=Machine = 1",
                "LambdaFunctionRunTime LambdaFunctionArn=charge = 0",
                "LambdaFunctionRunTime LambdaFunctionArn=charge = 0",
                "LambdaFunctionScheduleTime LambdaFunctionArn=charge = 0",
                "LambdaFunctionScheduleTime LambdaFunctionArn=charge = 0",
                "LambdaFunctionTime LambdaFunctionArn=charge = 0",
                "LambdaFunctionTime LambdaFunctionArn=charge = 0",
                "LambdaFunctionsFailed LambdaFunctionArn=charge = 1",
                "LambdaFunctionsScheduled LambdaFunctionArn=charge = 2",
                "LambdaFunctionsStarted LambdaFunctionArn=charge = 2",
                "LambdaFunctionsSucceeded LambdaFunctionArn=charge = 1",
            ],
            readings.All);
    }

    [Theory]
    [InlineData("200000000002", """{"StartAt":"a","States":{"a":{"Type":"Fail","Error":"No"}}}""", "ExecutionsFailed")]
    [InlineData("200000000003", """{"StartAt":"a","TimeoutSeconds":5,"States":{"a":{"Type":"Wait","Seconds":60,"End":true}}}""", "ExecutionsTimedOut")]
    public void Counts_each_end_under_its_own_name(string account, string definition, string name)
    {
        using var readings = new Readings(account);
        using var metrics = new ExecutionMetrics();

        Observe(metrics, Simulation.Run(definition), account);
        readings.Observe();

        Assert.Contains($"{name} StateMachineArn=Machine = 1", readings.All);
    }

    [Fact]
    public void Measures_how_long_an_integration_waited_for_its_callback()
    {
        using var readings = new Readings("arn:aws:states:::events:putEvents");
        using var metrics = new ExecutionMetrics();
        var at = Simulation.Beginning;
        var resource = TaskResource.Parse("arn:aws:states:::events:putEvents.waitForTaskToken");
        TaskProgress[] progress =
        [
            new(resource, TaskPhase.Scheduled, at, at, StartedAt: null),
            new(resource, TaskPhase.Started, at.AddSeconds(1), at, at.AddSeconds(1)),
            new(resource, TaskPhase.TimedOut, at.AddSeconds(9), at, at.AddSeconds(1)),
        ];
        var run = Simulation.Run(Machine);

        metrics.Observe(Observations.Of(run, "200000000004", run.History) with { Progress = progress });
        readings.Observe();

        Assert.Equal(
            [
                "ServiceIntegrationRunTime ServiceIntegrationResourceArn=putEvents.waitForTaskToken = 8000",
                "ServiceIntegrationScheduleTime ServiceIntegrationResourceArn=putEvents.waitForTaskToken = 1000",
                "ServiceIntegrationTime ServiceIntegrationResourceArn=putEvents.waitForTaskToken = 9000",
                "ServiceIntegrationsScheduled ServiceIntegrationResourceArn=putEvents.waitForTaskToken = 1",
                "ServiceIntegrationsStarted ServiceIntegrationResourceArn=putEvents.waitForTaskToken = 1",
                "ServiceIntegrationsTimedOut ServiceIntegrationResourceArn=putEvents.waitForTaskToken = 1",
            ],
            readings.All);
    }

    [Fact]
    public void Counts_what_it_has_no_times_of()
    {
        using var readings = new Readings("arn:aws:states:::sqs:sendMessage");
        using var metrics = new ExecutionMetrics();
        var run = Simulation.Run(Machine);
        var ended = new TaskProgress(TaskResource.Parse("arn:aws:states:::sqs:sendMessage"), TaskPhase.Succeeded, Simulation.Beginning, ScheduledAt: null, StartedAt: null);

        metrics.Observe(Observations.Of(run, "200000000005", run.History) with { Progress = [ended] });
        readings.Observe();

        Assert.Equal(["ServiceIntegrationsSucceeded ServiceIntegrationResourceArn=sendMessage = 1"], readings.All);
    }

    [Fact]
    public void Needs_no_history()
    {
        using var readings = new Readings("none");
        using var metrics = new ExecutionMetrics();
        var start = Simulation.Start(JsonObject.Empty);

        Assert.Equal((false, true), (metrics.WantsHistory(start), metrics.WantsProgress(start)));
    }

    private static void Observe(ExecutionMetrics metrics, Simulation run, string account)
    {
        foreach (ExecutionObservation observation in Observations.Of(run, account))
        {
            metrics.Observe(observation);
        }
    }
}
