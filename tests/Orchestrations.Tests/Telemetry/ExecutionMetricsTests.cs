using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Telemetry;
using TaskOrchestration.StatesLanguage.History;
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

        Assert.Contains($"{name} StateMachineArn=Machine = 1", readings.All);
    }

    [Fact]
    public void Measures_how_long_an_integration_waited_for_its_callback()
    {
        using var readings = new Readings("arn:aws:states:::events:putEvents");
        using var metrics = new ExecutionMetrics();
        var at = Simulation.Beginning;
        HistoryEvent[] events =
        [
            new(1, 0, at, HistoryEventType.TaskScheduled, new HistoryDetails.TaskScheduled("events", "putEvents.waitForTaskToken", "", StatesLanguage.Values.Json.Null, null, null, null)),
            new(2, 1, at.AddSeconds(1), HistoryEventType.TaskStarted, new HistoryDetails.TaskStarted("events", "putEvents.waitForTaskToken")),
            new(3, 2, at.AddSeconds(2), HistoryEventType.TaskSubmitted, null),
            new(4, 3, at.AddSeconds(9), HistoryEventType.TaskTimedOut, new HistoryDetails.TaskFailed("events", "putEvents.waitForTaskToken", "States.Timeout", null)),
        ];

        metrics.Observe(Observations.Of(Simulation.Run(Machine), "200000000004", events));

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

    private static void Observe(ExecutionMetrics metrics, Simulation run, string account)
    {
        foreach (ExecutionObservation observation in Observations.Of(run, account))
        {
            metrics.Observe(observation);
        }
    }
}
