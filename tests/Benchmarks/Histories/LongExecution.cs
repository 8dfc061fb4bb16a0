using TaskOrchestration.Benchmarks.Durability;
using TaskOrchestration.Orchestrations.Engine;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Benchmarks.Histories;

/// <summary>An execution with nearly as many events as a history may have: parcels that are picked, packed and shipped, one after the other, and counted in variables.</summary>
internal static class LongExecution
{
    /// <summary>How many parcels there are.</summary>
    public const int Parcels = 1_470;

    /// <summary>How many facts it has: it begins, and each parcel takes three tasks.</summary>
    public const int Facts = 1 + (3 * Parcels);

    private const string Machine = """
        {
          "StartAt": "Count",
          "States": {
            "Count": { "Type": "Pass", "Assign": { "parcel": 0 }, "Next": "Pick" },
            "Pick": { "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:pick", "Assign": { "parcel.$": "States.MathAdd($parcel, 1)" }, "Next": "Pack" },
            "Pack": { "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:pack", "Next": "Ship" },
            "Ship": { "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:ship", "Next": "More" },
            "More": { "Type": "Choice", "Choices": [{ "Variable": "$parcel", "NumericLessThan": 1470, "Next": "Pick" }], "Default": "Done" },
            "Done": { "Type": "Succeed" }
          }
        }
        """;

    /// <summary>Runs it to its end in a data folder that nobody has open.</summary>
    /// <returns>Its ARN.</returns>
    public static async Task<string> WriteAsync(string dataFolder)
    {
        using var folder = DataFolder.Open(dataFolder);
        await using var engine = await EmbeddedEngine.OpenAsync(folder, new InstantRouter());
        var machine = await Machines.CreateAsync(engine, "Parcels", Machine);
        var started = await engine.Executions.StartAsync(new StartRequest { StateMachineArn = machine, Name = "long", Input = Workflows.Order(1) });
        var ended = await engine.Executions.WaitForEndAsync(started.ExecutionArn);
        return ended.Summary.Status == ExecutionStatus.Succeeded ? started.ExecutionArn : throw new InvalidOperationException($"expected {Parcels} parcels to be shipped, found {ended.Failure}");
    }
}
