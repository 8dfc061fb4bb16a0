using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Orchestrations.Engine;

/// <summary>How executions in memory look from outside.</summary>
public static class Descriptions
{
    /// <summary>The description of one.</summary>
    public static ExecutionDescription Of(Execution execution)
    {
        var obstacle = execution.WhyNotRedrivable(execution.StoppedAt ?? execution.StartedAt);
        return new ExecutionDescription
        {
            Summary = new ExecutionSummary
            {
                ExecutionArn = execution.Start.ExecutionArn,
                StateMachineArn = execution.Start.StateMachineArn,
                Version = execution.Start.Version,
                Alias = execution.Start.Alias,
                Name = execution.Start.Name,
                Status = execution.Status,
                StartDate = execution.StartedAt,
                StopDate = execution.StoppedAt,
                RedriveCount = execution.RedriveCount,
                RedriveDate = execution.RedrivenAt,
            },
            Parent = execution.Start.Parent,
            Input = execution.Start.Input,
            Output = execution.Output,
            Failure = execution.Failure,
            RedriveStatus = obstacle is null ? RedriveStatus.Redrivable : RedriveStatus.NotRedrivable,
            RedriveStatusReason = obstacle,
        };
    }
}
