using TaskOrchestration.Api.Tests.Rest.Serving;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.Tests.Executions;

/// <summary>Machines and executions in the engine of a server.</summary>
internal static class Courses
{
    public const string Machine = "Greeter";

    /// <summary>A task between two states that handle its data, one of which waits for somebody to stop it where the input says so.</summary>
    public const string Greeting = """
        {
          "StartAt": "Prepare",
          "States": {
            "Prepare": { "Type": "Pass", "Parameters": { "name.$": "$.name" }, "Assign": { "who.$": "$.name" }, "ResultPath": "$.prepared", "Next": "Greet" },
            "Greet": {
              "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:greet", "InputPath": "$",
              "ResultSelector": { "text.$": "$.name" }, "ResultPath": "$.greeting", "OutputPath": "$.greeting",
              "Catch": [{ "ErrorEquals": ["Caught"], "Next": "Done" }], "Next": "Stay"
            },
            "Stay": { "Type": "Choice", "Choices": [{ "Variable": "$.text", "StringEquals": "stay", "Next": "Wait" }], "Default": "Done" },
            "Wait": { "Type": "Wait", "Seconds": 3600, "Next": "Done" },
            "Done": { "Type": "Succeed" }
          }
        }
        """;

    public static string ArnOf(string name, string machine = Machine) => $"arn:aws:states:us-east-1:123456789012:execution:{machine}:{name}";

    public static string PathOf(string name) => $"/api/v1/executions/{Uri.EscapeDataString(ArnOf(name))}";

    public static async Task<StateMachineRecord> CreateAsync(RestServer server, string definition = Greeting, string name = Machine, StateMachineType type = StateMachineType.Standard) =>
        await server.Service<StateMachineCatalog>().CreateAsync(new StateMachineDraft { Name = name, Definition = definition, RoleArn = "arn:aws:iam::123456789012:role/test", Type = type });

    public static async Task StartAsync(RestServer server, string name, string input = """{"name":"Ada"}""", string machine = Machine) =>
        await server.Service<IExecutionService>().StartAsync(new StartRequest { StateMachineArn = $"arn:aws:states:us-east-1:123456789012:stateMachine:{machine}", Name = name, Input = Json.Parse(input) });

    /// <summary>Starts one that waits for somebody to stop it, and sees it come to rest there.</summary>
    public static async Task StayAsync(RestServer server, string name)
    {
        await StartAsync(server, name, """{"name":"stay"}""");
        using var reader = await LiveReader.OpenAsync(server, PathOf(name) + "/live");
        while (!(await reader.NextAsync())!.Types.Contains("WaitStateEntered"))
        {
            // Nothing happens after it.
        }
    }

    /// <summary>Starts one and waits for the end.</summary>
    public static async Task RunAsync(RestServer server, string name, string input = """{"name":"Ada"}""", string machine = Machine)
    {
        await StartAsync(server, name, input, machine);
        await server.Service<IExecutionService>().WaitForEndAsync(ArnOf(name, machine));
    }
}
