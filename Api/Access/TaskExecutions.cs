using Microsoft.AspNetCore.Http;
using TaskOrchestration.Api.StepFunctions.Wire;
using TaskOrchestration.Domain.Access;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.MapRuns;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.Access;

/// <summary>Keeps executions that carry out somebody's task, and their Map Runs, from everybody but their owner and operators, on the Step Functions API: for others there are none.</summary>
/// <remarks>
/// Such an execution is known by its name, which is the task's id or begins with it, or by the execution that has started it or whose Map Run it is a child of. Without a store of tasks,
/// nobody is known to own one.
/// </remarks>
public sealed class TaskExecutions(ITaskStore? tasks, IExecutionService? executions = null, IMapRunService? mapRuns = null)
{
    private const int FirstOfName = 7;

    /// <summary>Turns away a request that asks for such an execution.</summary>
    /// <exception cref="AwsException">It, or the Map Run, is not the caller's to see, and so does not exist.</exception>
    public async ValueTask CheckAsync(HttpContext context, JsonObject request)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(request);

        // Without a caller this host has no access control at all.
        if (context.Features.Get<Caller>() is not { SeesAll: false } caller)
        {
            return;
        }

        if ((request["executionArn"] as JsonString)?.Value is { } arn && !await MaySeeAsync(caller, arn, context.RequestAborted))
        {
            throw AwsErrors.ExecutionDoesNotExist(arn);
        }

        if ((request["mapRunArn"] as JsonString)?.Value is { } mapRun
            && await ExecutionOfAsync(mapRun, context.RequestAborted) is { } execution && !await MaySeeAsync(caller, execution, context.RequestAborted))
        {
            throw AwsErrors.ResourceNotFound();
        }
    }

    /// <summary>Whether an execution is the caller's to see. One that is not there is.</summary>
    public async ValueTask<bool> MaySeeAsync(HttpContext context, string executionArn)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(executionArn);
        return context.Features.Get<Caller>() is not { } caller || await MaySeeAsync(caller, executionArn, context.RequestAborted);
    }

    /// <summary>The id of the task that an execution carries out, by its name; null if it carries out none.</summary>
    public static string? TaskIdOf(string executionArn)
    {
        ArgumentNullException.ThrowIfNull(executionArn);
        return TaskOf(NameOf(executionArn));
    }

    /// <summary>An answer without those executions that are not the caller's to see. Where a page of a list loses some, the next ones take their place.</summary>
    /// <param name="context">The request.</param>
    /// <param name="request">What is asked for.</param>
    /// <param name="ask">Answers it.</param>
    public async ValueTask<JsonObject> AnswerAsync(HttpContext context, JsonObject request, Func<JsonObject, ValueTask<JsonObject>> ask)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(ask);

        return context.Features.Get<Caller>() is { SeesAll: false } caller
            ? await SeenPages.AnswerAsync(
                request, "executions", execution => MaySeeAsync(caller, ((execution as JsonObject)?["executionArn"] as JsonString)?.Value ?? "", context.RequestAborted), ask)
            : await ask(request);
    }

    /// <summary>Whether an execution is a caller's to see.</summary>
    internal async ValueTask<bool> MaySeeAsync(Caller caller, string arn, CancellationToken cancellationToken)
    {
        if (!caller.Machines.Allows(arn))
        {
            return false;
        }

        if (caller.SeesAll)
        {
            return true;
        }

        for (var (at, isAncestor) = (arn, false); ; isAncestor = true)
        {
            if (TaskOf(NameOf(at)) is { } id)
            {
                return tasks is not null && await tasks.FindAsync(id, cancellationToken) is { } task && caller.MaySee(task.Owner);
            }

            var (isKnown, parent) = await ParentAsync(at, cancellationToken);
            if (parent is null)
            {
                // Of what never was, the action says so itself; a child whose parent is gone may have been anybody's.
                return isKnown || !isAncestor;
            }

            at = parent;
        }
    }

    private async ValueTask<(bool IsKnown, string? Parent)> ParentAsync(string arn, CancellationToken cancellationToken)
    {
        if (executions is null || NameOf(arn).Length == 0)
        {
            return (true, null);
        }

        try
        {
            return (true, (await executions.DescribeAsync(arn, cancellationToken)).Parent?.ExecutionArn);
        }
        catch (RefusedException e) when (e.Refusal is Refusal.ExecutionDoesNotExist or Refusal.StateMachineTypeNotSupported)
        {
            return (false, null);
        }
    }

    /// <summary>The execution whose Map Run it is; none if there is no such Map Run.</summary>
    private async ValueTask<string?> ExecutionOfAsync(string mapRunArn, CancellationToken cancellationToken)
    {
        try
        {
            return mapRuns is null ? null : (await mapRuns.DescribeAsync(mapRunArn, cancellationToken)).ExecutionArn;
        }
        catch (RefusedException e) when (e.Refusal == Refusal.MapRunDoesNotExist)
        {
            return null;
        }
    }

    // The further executions of a task have its id and a number.
    private static string? TaskOf(string name) => name.Split('-') is ["task", var rest, ..] && TaskIds.IsTaskId($"task-{rest}") ? $"task-{rest}" : null;

    private static string NameOf(string arn) => arn.Split(':') is { Length: > FirstOfName } parts ? parts[FirstOfName].Split('/')[^1] : "";
}
