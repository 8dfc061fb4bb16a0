using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Orchestrations.Engine;

/// <summary>How executions in memory look from outside.</summary>
internal static class Descriptions
{
    public static ExecutionDescription Of(Execution execution) => new()
    {
        Summary = new ExecutionSummary
        {
            ExecutionArn = execution.Start.ExecutionArn,
            StateMachineArn = execution.Start.StateMachineArn,
            Name = execution.Start.Name,
            Status = execution.Status,
            StartDate = execution.StartedAt,
            StopDate = execution.StoppedAt,
        },
        Parent = execution.Start.Parent,
        Input = execution.Start.Input,
        Output = execution.Output,
        Failure = execution.Failure,
    };
}
