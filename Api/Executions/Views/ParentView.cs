using System.ComponentModel;

namespace TaskOrchestration.Api.Executions.Views;

/// <summary>The execution that has started another one.</summary>
[DisplayName("ParentExecution")]
internal sealed record ParentView
{
    /// <summary>Its ARN.</summary>
    public required string ExecutionArn { get; init; }
}
