using System.ComponentModel;

namespace TaskOrchestration.Api.Executions.Views;

/// <summary>An execution that this one has started.</summary>
[DisplayName("NestedExecution")]
internal sealed record NestedView
{
    /// <summary>The event that brought its ARN.</summary>
    public required long EventId { get; init; }

    /// <summary>Its ARN.</summary>
    public required string ExecutionArn { get; init; }
}
