using System.Security.Cryptography;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Orchestrations.Engine;

/// <summary>What executions are born with.</summary>
public static class Births
{
    private const int SeedBytes = 32;

    /// <summary>A name for an execution that was given none. Names grow with time, so that those of one moment lie together in the index.</summary>
    public static string RandomName() => Guid.CreateVersion7().ToString();

    /// <summary>What an execution begins with that somebody wants.</summary>
    public static ExecutionStart Start(StartRequest request, StateMachineRecord machine, string executionArn, string name, ExecutionLimits limits) => new()
    {
        ExecutionArn = executionArn,
        Name = name,
        StateMachineArn = machine.Arn,
        StateMachineName = machine.Name,
        Version = machine.Version,
        Alias = machine.Alias,
        RoleArn = machine.RoleArn,
        Input = request.Input,
        Parent = request.Parent,
        TestCase = request.TestCase,
        Seed = RandomNumberGenerator.GetHexString(2 * SeedBytes, lowercase: true),
        Limits = limits,
    };
}
