using Microsoft.AspNetCore.Http;
using TaskOrchestration.Api.Executions.Views;
using TaskOrchestration.Api.Rest;
using TaskOrchestration.Api.Rest.Answers;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Executions;

namespace TaskOrchestration.Api.Executions;

/// <summary>The operations on executions, and on machines by their executions.</summary>
internal sealed class ExecutionRoutes(
    VisibleExecutions visible, ExecutionViews views, ExecutionSearch search, ExecutionStatistics statistics, StateMachineCatalog catalog, TimeProvider time)
{
    private const long ShortestTime = 1_000;

    public async ValueTask<IAnswer> SearchAsync(HttpContext context, ExecutionSearchQuery query)
    {
        if ((query.StateMachine is null) == (query.MapRun is null))
        {
            throw Invalid("stateMachine", "Expected exactly one of stateMachine and mapRun.");
        }

        VisibleExecutions.RequireMachine(context, query.StateMachine is { } named ? ArnOf(named) : query.MapRun!);
        try
        {
            var found = await search.FindAsync(
                query.ToCriteria(query.StateMachine is { } machine ? ArnOf(machine) : null),
                query.Limit ?? Paging.DefaultLimit,
                Paging.Open(context, query.Cursor),
                arn => visible.IsVisibleAsync(context, arn),
                context.RequestAborted);
            var next = Paging.Close(context, found.Next);
            Paging.LinkNext(context, next);
            return await JsonAnswer.Ok(new ExecutionPage
            {
                Items = [.. found.Items.Select(ExecutionSummaryView.Of)],
                Next = next,
                Examined = found.Examined,
                ExaminedTo = found.ExaminedTo,
            });
        }
        catch (RefusedException e) when (e.Refusal == Refusal.InvalidToken)
        {
            throw new InvalidCursorException($"Expected a cursor that was given out for this search, found '{query.Cursor}'.");
        }
    }

    public async ValueTask<IAnswer> GetAsync(HttpContext context, ExecutionPath path)
    {
        var course = await visible.CourseAsync(context, path);
        return await JsonAnswer.Ok(await views.OfAsync(course, context.RequestAborted));
    }

    public async ValueTask<IAnswer> GetBundleAsync(HttpContext context, ExecutionPath path)
    {
        var course = await visible.CourseAsync(context, path);
        return new BundleAnswer(course, await views.OfAsync(course, context.RequestAborted), time.GetUtcNow());
    }

    public async ValueTask<IAnswer> GetMetricsAsync(HttpContext context, MetricsQuery query)
    {
        var to = query.To ?? time.GetUtcNow();
        var from = query.From ?? to.AddDays(-1);
        if ((to - from).TotalMilliseconds < ShortestTime)
        {
            throw Invalid("from", $"Expected a moment at least a second before {to:O}, found {from:O}.");
        }

        var arn = ArnOf(query.Name);
        VisibleExecutions.RequireMachine(context, arn);
        var machine = await catalog.DescribeAsync(arn, context.RequestAborted);
        var metrics = await statistics.CountAsync(
            machine.Arn,
            from,
            to,
            query.Buckets ?? MetricsQuery.DefaultBuckets,
            VisibleExecutions.AllAreVisible(context) ? null : execution => visible.IsVisibleAsync(context, execution),
            context.RequestAborted);
        return await JsonAnswer.Ok(MachineMetricsView.Of(machine.Arn, from, to, metrics));
    }

    private string ArnOf(string machine) => machine.StartsWith("arn:", StringComparison.Ordinal) ? machine : catalog.Arns.StateMachine(machine);

    private static ProblemException Invalid(string parameter, string message) =>
        new(StatusCodes.Status400BadRequest, "invalid-parameter", message, new FieldProblem(parameter, message));
}
