using Microsoft.AspNetCore.Http;
using TaskOrchestration.Api.Access;
using TaskOrchestration.Api.Rest;
using TaskOrchestration.Domain.Access;
using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.Orchestrations.Tasks;

namespace TaskOrchestration.Api.Tasks;

/// <summary>The tasks that a caller may see. To everybody else a task does not exist.</summary>
internal sealed class VisibleTasks(ITaskService tasks)
{
    /// <summary>The task, if the caller may see it.</summary>
    /// <exception cref="ProblemException">404: it is not there, or it is not the caller's to see.</exception>
    public async ValueTask<TrackedTask> FindAsync(HttpContext context, string taskId)
    {
        try
        {
            var task = await tasks.DescribeAsync(taskId, context.RequestAborted);
            return context.Caller().MaySee(task.Owner) ? task : throw NotFound(taskId);
        }
        catch (TaskRefusedException e) when (e.Refusal == TaskRefusal.TaskDoesNotExist)
        {
            // In the very words in which somebody else's task is not there.
            throw NotFound(taskId);
        }
    }

    /// <summary>The task, if the caller may see it and is an operator.</summary>
    /// <exception cref="ProblemException">404 as above; 403: it is the caller's, who is no operator.</exception>
    public async ValueTask<TrackedTask> FindForOperatorAsync(HttpContext context, string taskId)
    {
        var task = await FindAsync(context, taskId);
        return context.Caller().Has(Roles.Operator)
            ? task
            : throw new ProblemException(StatusCodes.Status403Forbidden, "forbidden", "Expected a caller with the role operator.");
    }

    private static ProblemException NotFound(string taskId) => new(StatusCodes.Status404NotFound, "not-found", $"There is no task '{taskId}'.");
}
