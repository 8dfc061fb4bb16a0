using System.Diagnostics.CodeAnalysis;

namespace TaskOrchestration.Orchestrations.Executions;

/// <summary>What an execution's ARN says: its machine's ARN and its name.</summary>
internal sealed record ExecutionAddress(string StateMachineArn, string Name)
{
    /// <summary>Reads the ARN of an execution of a STANDARD machine: <c>arn:aws:states:REGION:ACCOUNT:execution:MACHINE:NAME</c>.</summary>
    public static bool TryParse(string arn, [NotNullWhen(true)] out ExecutionAddress? address)
    {
        address = arn.Split(':') is [_, _, _, _, _, "execution", var machine, var name] parts
            ? new ExecutionAddress($"{string.Join(':', parts[..5])}:stateMachine:{machine}", name)
            : null;
        return address is not null;
    }
}
