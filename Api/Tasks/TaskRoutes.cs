using Microsoft.AspNetCore.Http;
using TaskOrchestration.Api.Access;
using TaskOrchestration.Api.Rest;
using TaskOrchestration.Api.Rest.Answers;
using TaskOrchestration.Api.Tasks.Views;
using TaskOrchestration.Domain.Access;
using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.Orchestrations.Tasks;

namespace TaskOrchestration.Api.Tasks;

/// <summary>Answers what is asked about tasks and done to them.</summary>
internal sealed class TaskRoutes(ITaskService tasks, VisibleTasks visible)
{
    private const string SecondsBetweenLooks = "1";

    public async ValueTask<IAnswer> ListAsync(HttpContext context, TaskListing listing)
    {
        var page = listing.For(context.Caller()) is { } query
            ? await tasks.ListAsync(query, listing.Limit, Paging.Open(context, listing.Cursor), context.RequestAborted)
            : new TaskPage([], Next: null);
        var list = new TaskList { Items = [.. page.Tasks.Select(TaskSummary.Of)], Next = page.Next };
        // Of what the cursor stands for: no two cursors are the same.
        var answer = new JsonAnswer(StatusCodes.Status200OK, list);
        var tag = Preconditions.TagOf(answer.Body);
        var next = Paging.Close(context, page.Next);
        Paging.LinkNext(context, next);
        context.Response.Headers.ETag = tag;
        return Preconditions.Known(listing.IfNoneMatch, tag) ? await JsonAnswer.NotModified() : next is null ? answer : await JsonAnswer.Ok(list with { Next = next });
    }

    public async ValueTask<IAnswer> ReadAsync(HttpContext context, TaskReading reading)
    {
        var task = await visible.FindAsync(context, reading.Id);
        var tag = Preconditions.TagOf(task.Version);
        context.Response.Headers.ETag = tag;
        return Preconditions.Known(reading.IfNoneMatch, tag) ? await JsonAnswer.NotModified() : await JsonAnswer.Ok(TaskView.Of(task));
    }

    public async ValueTask<IAnswer> ReadStatusAsync(HttpContext context, TaskPath path)
    {
        var task = await visible.FindAsync(context, path.Id);
        if (TaskTransitions.IsEnd(task.Status))
        {
            return await JsonAnswer.Ok(StatusView.Of(task));
        }

        context.Response.Headers.RetryAfter = SecondsBetweenLooks;
        context.Response.Headers.Location = $"{LocationOf(task)}/status";
        return new JsonAnswer(StatusCodes.Status202Accepted, StatusView.Of(task));
    }

    public async ValueTask<IAnswer> ChangeAsync(HttpContext context, TaskChanging changing, TaskPatch patch)
    {
        var task = await visible.FindAsync(context, changing.Id);
        Preconditions.RequireMatch(changing.IfMatch, Preconditions.TagOf(task.Version));
        if (patch.Owner is { } owner && owner != task.Owner && !context.Caller().Has(Roles.Operator))
        {
            throw new ProblemException(
                StatusCodes.Status403Forbidden, "forbidden", "Expected a caller with the role operator to change the owner.", new FieldProblem("/owner", $"Expected {task.Owner}, found {owner}."));
        }

        return Whole(context, await tasks.EditAsync(task.TaskId, task.Version, patch.ToEdit(), context.Caller().Name, context.RequestAborted));
    }

    public async ValueTask<IAnswer> DeleteAsync(HttpContext context, TaskChanging changing)
    {
        var task = await visible.FindAsync(context, changing.Id);
        Preconditions.RequireMatch(changing.IfMatch, Preconditions.TagOf(task.Version));
        await tasks.DeleteAsync(task.TaskId, task.Version, context.Caller().Name, context.RequestAborted);
        return await JsonAnswer.NoContent();
    }

    public async ValueTask<IAnswer> CancelAsync(HttpContext context, TaskPath path, CancelRequest request)
    {
        var task = await visible.FindAsync(context, path.Id);
        return Whole(context, await tasks.CancelAsync(task.TaskId, request.Reason, context.Caller().Name, context.RequestAborted));
    }

    public async ValueTask<IAnswer> RetryAsync(HttpContext context, TaskPath path, RetryRequest request)
    {
        var task = await visible.FindForOperatorAsync(context, path.Id);
        return Whole(context, await tasks.RetryAsync(task.TaskId, context.Caller().Name, context.RequestAborted));
    }

    public async ValueTask<IAnswer> ApproveAsync(HttpContext context, TaskPath path, Decision decision)
    {
        var task = await visible.FindForOperatorAsync(context, path.Id);
        return Whole(context, await tasks.ApproveAsync(task.TaskId, decision.Note, context.Caller().Name, context.RequestAborted));
    }

    public async ValueTask<IAnswer> RejectAsync(HttpContext context, TaskPath path, Decision decision)
    {
        var task = await visible.FindForOperatorAsync(context, path.Id);
        return Whole(context, await tasks.RejectAsync(task.TaskId, decision.Note, context.Caller().Name, context.RequestAborted));
    }

    /// <summary>Where a task is.</summary>
    public static string LocationOf(TrackedTask task) => $"{RestApi.Root}/tasks/{task.TaskId}";

    private static JsonAnswer Whole(HttpContext context, TrackedTask task)
    {
        context.Response.Headers.ETag = Preconditions.TagOf(task.Version);
        return new JsonAnswer(StatusCodes.Status200OK, TaskView.Of(task));
    }
}
