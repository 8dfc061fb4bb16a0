using TaskOrchestration.Api.Access;
using TaskOrchestration.Api.Executions.Views;
using TaskOrchestration.Orchestrations.Courses;
using TaskOrchestration.Orchestrations.Executions;

namespace TaskOrchestration.Api.Executions;

/// <summary>Shows executions as they stand.</summary>
internal sealed class ExecutionViews(IExecutionService executions)
{
    /// <summary>The execution, with all that follows from its facts by now.</summary>
    public async ValueTask<ExecutionView> OfAsync(Course course, CancellationToken cancellationToken)
    {
        var arn = course.ExecutionArn;
        var machine = await executions.DescribeStateMachineAsync(arn, cancellationToken);
        var execution = await executions.DescribeAsync(arn, cancellationToken);
        var standing = await course.StandingAsync(cancellationToken);
        var summary = execution.Summary;
        return new ExecutionView
        {
            ExecutionArn = arn,
            Name = summary.Name,
            StateMachineArn = summary.StateMachineArn,
            StateMachineVersionArn = summary.StateMachineVersionArn,
            StateMachineAliasArn = summary.StateMachineAliasArn,
            StateMachineName = machine.Name,
            Type = machine.Type.ToString().ToUpperInvariant(),
            RoleArn = machine.RoleArn,
            Definition = machine.Definition,
            Status = WireStatuses.Of(summary.Status),
            StartDate = summary.StartDate,
            StopDate = summary.StopDate,
            Input = execution.Input.ToString(),
            Output = execution.Output?.ToString(),
            Error = execution.Failure?.Error,
            Cause = execution.Failure?.Cause,
            RedriveCount = summary.RedriveCount,
            RedriveDate = summary.RedriveDate,
            RedriveStatus = WireStatuses.Of(execution.RedriveStatus),
            RedriveStatusReason = execution.RedriveStatusReason,
            MapRunArn = summary.MapRunArn,
            ItemCount = summary.ItemCount,
            Parent = execution.Parent is { } parent ? new ParentView { ExecutionArn = parent.ExecutionArn } : null,
            TaskId = TaskExecutions.TaskIdOf(arn),
            StateTransitions = standing.Transitions,
            EventCount = standing.EventCount,
            FactCount = standing.FactCount,
            Nested = [.. standing.Links.Where(link => !link.IsMapRun).Select(link => new NestedView { EventId = link.Event, ExecutionArn = link.Arn })],
            MapRuns = [.. standing.Links.Where(link => link.IsMapRun).Select(link => new MapRunLink { EventId = link.Event, MapRunArn = link.Arn })],
        };
    }
}
