namespace TaskOrchestration.Orchestrations.Tests.Engine;

/// <summary>The machines these tests run.</summary>
internal static class Definitions
{
    public const string OneTask = """
        { "StartAt": "work", "States": { "work": { "Type": "Task", "Resource": "work", "End": true } } }
        """;

    public const string TwoTasks = """
        {
          "StartAt": "first",
          "States": {
            "first": { "Type": "Task", "Resource": "first", "ResultPath": "$.first", "Next": "second" },
            "second": { "Type": "Task", "Resource": "second", "ResultPath": "$.second", "End": true }
          }
        }
        """;

    public const string Pause = """
        {
          "StartAt": "pause",
          "States": { "pause": { "Type": "Wait", "SecondsPath": "$.seconds", "Next": "done" }, "done": { "Type": "Succeed" } }
        }
        """;

    public const string TimeLimit = """
        {
          "StartAt": "work",
          "States": {
            "work": { "Type": "Task", "Resource": "work", "TimeoutSeconds": 60, "Next": "after" },
            "after": { "Type": "Wait", "Seconds": 600, "End": true }
          }
        }
        """;

    public const string Callback = """
        {
          "StartAt": "approval",
          "States": {
            "approval": {
              "Type": "Task",
              "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken",
              "Parameters": { "FunctionName": "ask", "Payload": { "token.$": "$$.Task.Token" } },
              "End": true
            }
          }
        }
        """;

    public const string TimeLimitThenCallback = """
        {
          "StartAt": "work",
          "States": {
            "work": { "Type": "Task", "Resource": "work", "TimeoutSeconds": 60, "Next": "approval" },
            "approval": {
              "Type": "Task",
              "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken",
              "Parameters": { "FunctionName": "ask", "Payload": { "token.$": "$$.Task.Token" } },
              "End": true
            }
          }
        }
        """;

    public const string RetryThenFanOut = """
        {
          "StartAt": "unsteady",
          "States": {
            "unsteady": {
              "Type": "Task", "Resource": "unsteady", "ResultPath": "$.unsteady",
              "Retry": [{ "ErrorEquals": ["Transient"], "IntervalSeconds": 2, "MaxAttempts": 5 }],
              "Next": "pause"
            },
            "pause": { "Type": "Wait", "Seconds": 30, "Next": "both" },
            "both": {
              "Type": "Parallel",
              "Branches": [
                { "StartAt": "left", "States": { "left": { "Type": "Task", "Resource": "left", "End": true } } },
                { "StartAt": "right", "States": { "right": { "Type": "Wait", "Seconds": 5, "Next": "id" }, "id": { "Type": "Pass", "Parameters": { "id.$": "States.UUID()" }, "End": true } } }
              ],
              "Next": "each"
            },
            "each": {
              "Type": "Map",
              "ItemsPath": "$",
              "MaxConcurrency": 1,
              "ItemProcessor": { "StartAt": "item", "States": { "item": { "Type": "Task", "Resource": "item", "End": true } } },
              "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "caught" }],
              "End": true
            },
            "caught": { "Type": "Pass", "End": true }
          }
        }
        """;
}
