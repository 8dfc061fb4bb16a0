namespace TaskOrchestration.Orchestrations.Catalog;

/// <summary>How the ARNs of new machines and activities are spelled. All others follow from a machine's.</summary>
public sealed record ArnScheme(string Region = "us-east-1", string Account = "123456789012")
{
    /// <summary>The ARN of a machine.</summary>
    public string StateMachine(string name) => $"arn:aws:states:{Region}:{Account}:stateMachine:{name}";

    /// <summary>The ARN of a machine that is given by its name or by its ARN.</summary>
    public string StateMachineOf(string nameOrArn)
    {
        ArgumentNullException.ThrowIfNull(nameOrArn);
        return nameOrArn.Contains(':', StringComparison.Ordinal) ? nameOrArn : StateMachine(nameOrArn);
    }

    /// <summary>The ARN of an activity.</summary>
    public string Activity(string name) => $"arn:aws:states:{Region}:{Account}:activity:{name}";

    /// <summary>The ARN of an execution of a STANDARD machine.</summary>
    public static string Execution(string stateMachineArn, string name)
    {
        ArgumentNullException.ThrowIfNull(stateMachineArn);
        return $"{stateMachineArn.Replace(":stateMachine:", ":execution:", StringComparison.Ordinal)}:{name}";
    }

    /// <summary>The ARN of an execution of an EXPRESS machine; names may repeat there, the last part does not.</summary>
    public static string Express(string stateMachineArn, string name, Guid unique)
    {
        ArgumentNullException.ThrowIfNull(stateMachineArn);
        return $"{stateMachineArn.Replace(":stateMachine:", ":express:", StringComparison.Ordinal)}:{name}:{unique}";
    }
}
