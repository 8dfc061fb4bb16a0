using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using TaskOrchestration.Api.Rest.Shapes;

namespace TaskOrchestration.Api.Executions;

/// <summary>Parameters that name an execution.</summary>
internal abstract record ExecutionReference
{
    /// <summary>The form of an execution's ARN. What is in the path may still have a %2F for the slash in the ARN of a Map Run's child.</summary>
    public const string ArnPattern = "^arn:[^:]+:states:[^:]*:[^:]*:execution:[^:]+:[^:]+$";

    public const string ArnExample = "arn:aws:states:us-east-1:123456789012:execution:OrderProcessing:order-1";

    [StringLength(2000, MinimumLength = 1), Spelled(ArnPattern, "the ARN of an execution"), Example(ArnExample), Description("The execution's ARN, percent-encoded.")]
    public required string Arn { get; init; }

    /// <summary>The ARN as it is.</summary>
    public string Decoded() => Arn.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
}
