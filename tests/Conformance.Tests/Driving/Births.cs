using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Driving;

/// <summary>What the executions of cases are born with.</summary>
public static class Births
{
    /// <summary>The account the recordings name.</summary>
    public const string Account = "111111111111";

    /// <summary>The moment every case begins.</summary>
    public static readonly DateTimeOffset Moment = new(2025, 3, 14, 15, 9, 26, 535, TimeSpan.Zero);

    /// <summary>A start; all but the input has a default.</summary>
    public static ExecutionStart Of(Json input, string machineName = "machine", string? role = null, bool express = false)
    {
        const string name = "3f1f2ab4-6b0c-4f7c-9d55-0a4f2f6f7b11";
        var machineArn = $"arn:aws:states:us-east-1:{Account}:stateMachine:{machineName}";
        return new ExecutionStart
        {
            ExecutionArn = express
                ? $"arn:aws:states:us-east-1:{Account}:express:{machineName}:{name}:5c0f3c6e-4a86-4c0b-8a0e-8f3f0a6a2c77"
                : $"arn:aws:states:us-east-1:{Account}:execution:{machineName}:{name}",
            Name = name,
            StateMachineArn = machineArn,
            StateMachineName = machineName,
            RoleArn = role ?? $"arn:aws:iam::{Account}:role/role-1",
            Input = input,
            Seed = "8f14e45fceea167a5a36dedd4bea2543c9f0f895fb98ab9159f51fd0297e236d",
            Limits = express ? ExecutionLimits.Express : ExecutionLimits.Standard,
        };
    }
}
