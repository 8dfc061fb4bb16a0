using System.ComponentModel;

namespace TaskOrchestration.Api.Executions.Views;

/// <summary>A Map Run of the execution.</summary>
[DisplayName("StartedMapRun")]
internal sealed record MapRunLink
{
    /// <summary>The event by which it began.</summary>
    public required long EventId { get; init; }

    /// <summary>Its ARN.</summary>
    public required string MapRunArn { get; init; }
}
