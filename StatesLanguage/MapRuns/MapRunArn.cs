using System.Diagnostics.CodeAnalysis;

namespace TaskOrchestration.StatesLanguage.MapRuns;

/// <summary>What the ARN of a Map Run says.</summary>
/// <param name="Prefix">Partition, region and account: <c>arn:aws:states:us-east-1:123456789012</c>.</param>
/// <param name="StateMachineName">The machine whose Map it is.</param>
/// <param name="Label">The Map's label.</param>
/// <param name="Id">What tells this Map Run from the label's others.</param>
public sealed record MapRunArn(string Prefix, string StateMachineName, string Label, string Id)
{
    /// <summary>What the children's machine is called.</summary>
    public string ChildMachineName => $"{StateMachineName}/{Label}";

    /// <summary>The ARN of the children's machine, which is stored nowhere.</summary>
    public string ChildMachineArn => $"{Prefix}:stateMachine:{ChildMachineName}";

    /// <summary>Reads an ARN.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out MapRunArn? arn)
    {
        arn = null;
        if (text?.Split(':') is not ["arn", var partition, "states", var region, var account, "mapRun", var name, { Length: > 0 } id]
            || name.LastIndexOf('/') is not (> 0 and var slash)
            || slash == name.Length - 1)
        {
            return false;
        }

        arn = new MapRunArn($"arn:{partition}:states:{region}:{account}", name[..slash], name[(slash + 1)..], id);
        return true;
    }

    /// <summary>Reads an ARN that was made here.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static MapRunArn Parse(string text) =>
        TryParse(text, out var arn) ? arn : throw new FormatException($"expected the ARN of a Map Run, found '{text}'");

    /// <summary>The ARN of a child.</summary>
    public string ChildArn(string childName) => $"{Prefix}:execution:{ChildMachineName}:{childName}";

    /// <inheritdoc/>
    public override string ToString() => $"{Prefix}:mapRun:{StateMachineName}/{Label}:{Id}";
}
