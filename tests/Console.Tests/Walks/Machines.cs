using TaskOrchestration.Cli.Client;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Console.Tests.Walks;

/// <summary>State machines that these walks have executions of.</summary>
internal static class Machines
{
    /// <summary>Two pauses, one after the other.</summary>
    public const string Pauses = """
        {
          "StartAt": "First",
          "States": {
            "First": { "Type": "Wait", "SecondsPath": "$.first", "Next": "Second" },
            "Second": { "Type": "Wait", "Seconds": 1, "Next": "Done" },
            "Done": { "Type": "Succeed" }
          }
        }
        """;

    /// <summary>Two states, each of which lasts until <see cref="HandOnAsync"/>.</summary>
    public const string ByHand = $$"""
        {
          "StartAt": "First",
          "States": {
            "First": { "Type": "Task", "Resource": "{{Hand}}", "Next": "Second" },
            "Second": { "Type": "Task", "Resource": "{{Hand}}", "Next": "Done" },
            "Done": { "Type": "Succeed" }
          }
        }
        """;

    private const string Hand = "arn:aws:states:us-east-1:123456789012:activity:by-hand";

    /// <summary>Takes an order from placement to confirmation. Nothing is undone when a step fails, so a redrive goes on there.</summary>
    public const string OrderDesk = """
        {
          "StartAt": "Place",
          "States": {
            "Place": {
              "Type": "Task",
              "Resource": "arn:aws:states:::lambda:invoke",
              "Parameters": { "FunctionName": "orderPlacement", "Payload": { "order.$": "$", "reference.$": "$$.Execution.Id" } },
              "OutputPath": "$.Payload",
              "Next": "Pay"
            },
            "Pay": {
              "Type": "Task",
              "Resource": "arn:aws:states:::lambda:invoke",
              "Parameters": { "FunctionName": "paymentProcessing", "Payload": { "orderId.$": "$.orderId" } },
              "OutputPath": "$.Payload",
              "Next": "Ship"
            },
            "Ship": {
              "Type": "Task",
              "Resource": "arn:aws:states:::lambda:invoke",
              "Parameters": { "FunctionName": "shippingProcess", "Payload": { "orderId.$": "$.orderId" } },
              "OutputPath": "$.Payload",
              "End": true
            }
          }
        }
        """;

    /// <summary>Four events for every item, and six around them.</summary>
    public const string Items = """
        {
          "StartAt": "Each",
          "States": {
            "Each": {
              "Type": "Map",
              "ItemsPath": "$.items",
              "ItemProcessor": { "StartAt": "Item", "States": { "Item": { "Type": "Pass", "End": true } } },
              "ResultPath": null,
              "End": true
            }
          }
        }
        """;

    /// <summary>A child execution for every item; that of the number 1 fails, and the Map puts up with it.</summary>
    public const string Distributed = """
        {
          "StartAt": "Each",
          "States": {
            "Each": {
              "Type": "Map",
              "ItemsPath": "$.items",
              "ToleratedFailurePercentage": 100,
              "ItemProcessor": {
                "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" },
                "StartAt": "Which",
                "States": {
                  "Which": { "Type": "Choice", "Choices": [{ "Variable": "$", "NumericEquals": 1, "Next": "Wrong" }], "Default": "Right" },
                  "Wrong": { "Type": "Fail", "Error": "One" },
                  "Right": { "Type": "Succeed" }
                }
              },
              "End": true
            }
          }
        }
        """;

    /// <summary>A task that does not succeed, however often it is tried.</summary>
    public const string Again = """
        {
          "StartAt": "Try",
          "States": {
            "Try": {
              "Type": "Task",
              "Resource": "arn:aws:states:::lambda:invoke",
              "Parameters": { "FunctionName": "noSuchFunction" },
              "Retry": [{ "ErrorEquals": ["States.ALL"], "IntervalSeconds": 1, "MaxAttempts": 1 }],
              "End": true
            }
          }
        }
        """;

    /// <summary>Goes one of two ways, and remembers which.</summary>
    public const string Ways = """
        {
          "QueryLanguage": "JSONata",
          "StartAt": "Which",
          "States": {
            "Which": {
              "Type": "Choice",
              "Choices": [{ "Condition": "{% $states.input.total > 100 %}", "Next": "Dear", "Assign": { "way": "dear" } }],
              "Default": "Cheap"
            },
            "Dear": { "Type": "Pass", "Next": "Pause" },
            "Cheap": { "Type": "Pass", "Assign": { "way": "cheap" }, "Next": "Pause" },
            "Pause": { "Type": "Wait", "Seconds": 1, "Next": "After" },
            "After": { "Type": "Pass", "Output": "{% { 'way': $way } %}", "End": true }
          }
        }
        """;

    /// <summary>An order with that id, paid for by that method.</summary>
    public static string Order(string id, string paymentMethod) => $$"""
        {
          "orderId": "{{id}}",
          "customerId": "customer-2001",
          "items": [{ "sku": "TABLE-OAK", "quantity": 1, "unitPrice": 1450.00 }],
          "total": 1450.00,
          "currency": "EUR",
          "paymentMethod": "{{paymentMethod}}",
          "carrier": "parcel-post",
          "shippingAddress": { "name": "Ada", "line1": "1 Main Street", "city": "Berlin", "postalCode": "10115", "country": "DE" }
        }
        """;

    /// <summary>Creates a machine, starts an execution of it, and says at which address of the console it is.</summary>
    public static async Task<string> StartAsync(StepFunctionsClient client, string name, string definition, string execution, string input) =>
        Address(await client.StartExecutionAsync(await client.CreateStateMachineAsync(name, definition), execution, input));

    /// <summary>As <see cref="StartAsync"/>; answers once the execution has ended.</summary>
    public static async Task<string> RunAsync(StepFunctionsClient client, string name, string definition, string execution, string input)
    {
        var arn = await client.StartExecutionAsync(await client.CreateStateMachineAsync(name, definition), execution, input);
        await client.DescribeWhenEndedAsync(arn);
        return Address(arn);
    }

    /// <summary>Creates what the states of <see cref="ByHand"/> wait for.</summary>
    public static Task CreateHandAsync(StepFunctionsClient client) => client.CallAsync("CreateActivity", JsonObject.Of(("name", Json.Of("by-hand"))));

    /// <summary>Ends the state of <see cref="ByHand"/> that an execution is in.</summary>
    public static async Task HandOnAsync(StepFunctionsClient client)
    {
        var task = await client.CallAsync("GetActivityTask", JsonObject.Of(("activityArn", Json.Of(Hand))));
        await client.CallAsync("SendTaskSuccess", JsonObject.Of(("taskToken", task["taskToken"]!), ("output", Json.Of("{}"))));
    }

    /// <summary>The address of an execution's page.</summary>
    public static string Address(string executionArn) => $"/executions/{Uri.EscapeDataString(executionArn)}";

    /// <summary>The input of <see cref="Items"/>: that many items.</summary>
    public static string Numbers(int count) => JsonObject.Of(("items", JsonArray.Of(Enumerable.Range(0, count).Select(number => Json.Of(number))))).ToString();
}
