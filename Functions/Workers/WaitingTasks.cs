using TaskOrchestration.Orchestrations.Activities;
using TaskOrchestration.Orchestrations.Engine;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.Functions.Workers;

/// <summary>Keeps the tasks of activities for their workers.</summary>
public sealed class WaitingTasks(IWaitingLine queue, WorkerLines lines, IActivityStore activities, TimeProvider time)
{
    /// <summary>The activities there are.</summary>
    public IActivityStore Activities { get; } = activities;

    /// <summary>Keeps one. Keeping it twice does no harm.</summary>
    public async ValueTask AddAsync(TaskRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var activityArn = ((TaskResource.Activity)request.Resource).Text;
        await queue.AddAsync(new WaitingTask(activityArn, request.Execution.ExecutionArn, request.Task, request.Input, Moment.Whole(time.GetUtcNow())), cancellationToken);
        lines.Ring(activityArn);
    }
}
