using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Benchmarks.Interpreter;

/// <summary>A machine that counts from nought to a limit: a Choice and a Pass an iteration.</summary>
public static class CountingLoop
{
    /// <summary>The machine; its input says how far it counts.</summary>
    public static readonly StateMachine Machine = SynchronousRun.Machine(
        """
        {
          "StartAt": "Enough?",
          "States": {
            "Enough?": {
              "Type": "Choice",
              "Choices": [{ "Variable": "$.count", "NumericLessThanPath": "$.limit", "Next": "Count" }],
              "Default": "Done"
            },
            "Count": {
              "Type": "Pass",
              "Parameters": { "count.$": "States.MathAdd($.count, 1)", "limit.$": "$.limit" },
              "Next": "Enough?"
            },
            "Done": { "Type": "Succeed" }
          }
        }
        """);

    /// <summary>The input that makes the machine count to the limit.</summary>
    public static Json Input(int limit) => Json.Parse($$"""{"count":0,"limit":{{limit}}}""");
}
