using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.MapRuns;

namespace TaskOrchestration.Orchestrations.Tasks;

/// <summary>Finds out why an execution failed that says only that too many items of a Map Run did: what one of those children says.</summary>
internal sealed class MapRunReasons(LateExecutions late)
{
    /// <summary>The execution whose failure tells the reason: a child of the Map Run, or the execution itself.</summary>
    public async ValueTask<ExecutionDescription> TellingAsync(ExecutionDescription execution, CancellationToken cancellationToken)
    {
        if (execution.Failure?.Error != MapRunFailure.ThresholdExceeded.Error)
        {
            return execution;
        }

        try
        {
            var mapRuns = await late.GetMapRunsAsync(cancellationToken);
            return (await mapRuns.ListAsync(execution.Summary.ExecutionArn, limit: 1, cursor: null, cancellationToken)).Items is [var run]
                && (await mapRuns.ListChildrenAsync(run.Arn, ExecutionStatus.Failed, limit: 1, cursor: null, cancellationToken: cancellationToken)).Items is [var child]
                    ? await (await late.GetAsync(cancellationToken)).DescribeAsync(child.ExecutionArn, cancellationToken)
                    : execution;
        }
        catch (RefusedException e) when (e.Refusal is Refusal.ExecutionDoesNotExist or Refusal.StateMachineTypeNotSupported)
        {
            // EXPRESS children are kept nowhere, and others not for ever.
            return execution;
        }
    }
}
