using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Activities;

/// <summary>A router in front of another: the tasks of activities are left to their workers, which is to say that they count as submitted and the driver keeps them.</summary>
public sealed class ActivityRouter(ITaskRouter others, IActivityStore activities) : ITaskRouter
{
    /// <inheritdoc/>
    public ValueTask<TaskOutcome> InvokeAsync(TaskCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        return call.Request.Resource switch
        {
            TaskResource.Activity activity when call.Execution.TestCase is null => LeaveToWorkersAsync(activity, cancellationToken),
            TaskResource.Activity activity => MockAsync(activity, call, cancellationToken),
            _ => others.InvokeAsync(call, cancellationToken),
        };
    }

    private async ValueTask<TaskOutcome> LeaveToWorkersAsync(TaskResource.Activity activity, CancellationToken cancellationToken) =>
        await activities.FindAsync(activity.Text, cancellationToken) is null
            ? new TaskOutcome.Failed(new Failure(Failure.Runtime, $"The activity {activity.Text} does not exist."))
            : new TaskOutcome.Submitted(Json.Null);

    /// <summary>A test case may have a response for it, which then stands for the worker's.</summary>
    private async ValueTask<TaskOutcome> MockAsync(TaskResource.Activity activity, TaskCall call, CancellationToken cancellationToken)
    {
        var outcome = await others.InvokeAsync(call, cancellationToken);
        if (outcome is TaskOutcome.Failed { Failure.Error: TaskRouter.UnsupportedResource })
        {
            return await LeaveToWorkersAsync(activity, cancellationToken);
        }

        await call.SubmittedAsync(Json.Null);
        return outcome;
    }
}
