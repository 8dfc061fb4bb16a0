using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Benchmarks.Durability;

/// <summary>The machines that the engine is measured with.</summary>
internal static class Workflows
{
    /// <summary>Four tasks in sequence, as in OrderProcessing.</summary>
    public const string FourTasks = """
        {
          "StartAt": "orderPlacement",
          "States": {
            "orderPlacement": { "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:orderPlacement", "Next": "paymentProcessing" },
            "paymentProcessing": { "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:paymentProcessing", "Next": "shippingProcess" },
            "shippingProcess": { "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:shippingProcess", "Next": "orderConfirmation" },
            "orderConfirmation": { "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:orderConfirmation", "End": true }
          }
        }
        """;

    /// <summary>One task for each item of a list.</summary>
    public const string MapOfTasks = """
        {
          "StartAt": "each",
          "States": {
            "each": {
              "Type": "Map",
              "ItemProcessor": {
                "StartAt": "item",
                "States": { "item": { "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:item", "End": true } }
              },
              "End": true
            }
          }
        }
        """;

    /// <summary>A task that is answered by a callback, which never comes.</summary>
    public const string Callback = """
        {
          "StartAt": "approval",
          "States": {
            "approval": {
              "Type": "Task",
              "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken",
              "Parameters": { "FunctionName": "approval", "Payload": { "token.$": "$$.Task.Token", "order.$": "$" } },
              "TimeoutSeconds": 86400,
              "End": true
            }
          }
        }
        """;

    /// <summary>A Distributed Map over a file of orders, with one task for each, whose results go into files.</summary>
    public static string DistributedMap(string executionType) => $$$$"""
        {
          "StartAt": "each",
          "States": {
            "each": {
              "Type": "Map",
              "ItemReader": { "Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": { "InputType": "JSONL" }, "Parameters": { "Bucket": "orders", "Key.$": "$.Key" } },
              "ItemProcessor": {
                "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "{{{{executionType}}}}" },
                "StartAt": "item",
                "States": { "item": { "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:item", "End": true } }
              },
              "ResultWriter": { "Resource": "arn:aws:states:::s3:putObject", "Parameters": { "Bucket": "results", "Prefix": "orders" } },
              "End": true
            }
          }
        }
        """;

    /// <summary>An order of a few hundred bytes.</summary>
    public static JsonObject Order(int number) => JsonObject.Of(
        ("orderId", Json.Of($"order-{number:D8}")),
        ("customer", JsonObject.Of(("name", Json.Of("Ada Lovelace")), ("country", Json.Of("GB")))),
        ("lines", JsonArray.Of(
            JsonObject.Of(("sku", Json.Of("SKU-1001")), ("quantity", Json.Of(2L)), ("price", Json.Of("19.90"))),
            JsonObject.Of(("sku", Json.Of("SKU-2040")), ("quantity", Json.Of(1L)), ("price", Json.Of("5.00"))))),
        ("amount", Json.Of("44.80")),
        ("currency", Json.Of("EUR")));
}
