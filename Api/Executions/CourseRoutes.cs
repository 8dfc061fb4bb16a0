using Microsoft.AspNetCore.Http;
using TaskOrchestration.Api.Executions.Views;
using TaskOrchestration.Api.Rest;
using TaskOrchestration.Api.Rest.Answers;

namespace TaskOrchestration.Api.Executions;

/// <summary>The operations on how an execution has gone.</summary>
internal sealed class CourseRoutes(VisibleExecutions visible)
{
    public async ValueTask<IAnswer> ListFactsAsync(HttpContext context, FactsQuery query)
    {
        var course = await visible.CourseAsync(context, query);
        var (facts, count) = await course.FactsAsync(query.After ?? -1, query.Limit ?? FactsQuery.DefaultLimit, context.RequestAborted);
        return await JsonAnswer.Ok(new FactPage
        {
            Items = [.. facts.Select(FactView.Of)],
            FactCount = count,
            Next = facts.Count > 0 && facts[^1].Index < count - 1 ? facts[^1].Index : null,
        });
    }

    public async ValueTask<IAnswer> GetMomentAsync(HttpContext context, FactPath path)
    {
        var course = await visible.CourseAsync(context, path);
        return await course.MomentAsync(path.Index, context.RequestAborted) is { } moment
            ? await JsonAnswer.Ok(MomentView.Of(moment))
            : throw new ProblemException(StatusCodes.Status404NotFound, "not-found", $"There is no fact {path.Index} of '{course.ExecutionArn}'.");
    }

    public async ValueTask<IAnswer> GetDataFlowAsync(HttpContext context, EventPath path)
    {
        var course = await visible.CourseAsync(context, path);
        return await course.VisitAsync(path.Id, context.RequestAborted) is { } visit
            ? await JsonAnswer.Ok(DataFlowView.Of(visit))
            : throw new ProblemException(StatusCodes.Status404NotFound, "not-found", $"There is no event {path.Id} of '{course.ExecutionArn}' that enters a state.");
    }
}
