using System.ComponentModel;

namespace TaskOrchestration.Api.Overview;

[DisplayName("RunningExecution")]
[Description("An execution that runs.")]
internal sealed record RunningExecutionView
{
    public required string ExecutionArn { get; init; }

    public required string Name { get; init; }

    [Description("The ARN of its state machine.")]
    public required string StateMachineArn { get; init; }

    public required DateTimeOffset StartDate { get; init; }
}
