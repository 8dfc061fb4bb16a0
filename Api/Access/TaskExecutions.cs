using Microsoft.AspNetCore.Http;
using TaskOrchestration.Api.StepFunctions.Wire;
using TaskOrchestration.Domain.Access;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.Access;

/// <summary>Keeps executions that carry out somebody's task from everybody but their owner and operators, on the Step Functions API.</summary>
/// <remarks>Such an execution is known by its name, which is the task's id or begins with it. Without a store of tasks, nobody is known to own one.</remarks>
public sealed class TaskExecutions(ITaskStore? tasks)
{
    private const int FirstOfName = 7;

    /// <summary>Turns away a request that asks for such an execution.</summary>
    /// <exception cref="AwsException">It is not the caller's to see.</exception>
    public async ValueTask CheckAsync(HttpContext context, string action, JsonObject request)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(request);

        // Without a caller this host has no access control at all.
        if (context.Features.Get<Caller>() is not { SeesAll: false } caller || (request["executionArn"] as JsonString)?.Value is not { } arn)
        {
            return;
        }

        if (!await MaySeeAsync(caller, NameOf(arn), context.RequestAborted))
        {
            throw new AwsException(new AwsError(
                "AccessDeniedException",
                $"User: {caller.Name} is not authorized to perform: states:{action} on resource: {arn}: it carries out somebody else's task.",
                StatusCodes.Status403Forbidden));
        }
    }

    /// <summary>Leaves out of a list of executions those that are not the caller's to see.</summary>
    public async ValueTask<JsonObject> FilterAsync(HttpContext context, JsonObject answer)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(answer);

        if (context.Features.Get<Caller>() is not { SeesAll: false } caller || answer["executions"] is not JsonArray executions)
        {
            return answer;
        }

        var kept = new List<Json>();
        foreach (var execution in executions)
        {
            if (await MaySeeAsync(caller, ((execution as JsonObject)?["name"] as JsonString)?.Value ?? "", context.RequestAborted))
            {
                kept.Add(execution);
            }
        }

        return answer.With("executions", JsonArray.Of(kept));
    }

    private async ValueTask<bool> MaySeeAsync(Caller caller, string name, CancellationToken cancellationToken) =>
        TaskOf(name) is not { } id || (tasks is not null && await tasks.FindAsync(id, cancellationToken) is { } task && caller.MaySee(task.Owner));

    // The further executions of a task have its id and a number.
    private static string? TaskOf(string name) => name.Split('-') is ["task", var rest, ..] && TaskIds.IsTaskId($"task-{rest}") ? $"task-{rest}" : null;

    private static string NameOf(string arn) => arn.Split(':') is { Length: > FirstOfName } parts ? parts[FirstOfName].Split('/')[^1] : "";
}
