using Microsoft.AspNetCore.Http;
using TaskOrchestration.Api.Access;
using TaskOrchestration.Api.Rest;
using TaskOrchestration.Api.Rest.Answers;
using TaskOrchestration.Api.Rest.Idempotency;
using TaskOrchestration.Api.Tasks.Views;
using TaskOrchestration.Orchestrations.Tasks;

namespace TaskOrchestration.Api.Tasks.Submissions;

/// <summary>Makes tasks of purchases, refunds and orders.</summary>
internal sealed class SubmissionRoutes(ITaskService tasks)
{
    public ValueTask<IAnswer> SubmitPurchaseAsync(HttpContext context, NoParameters parameters, PurchaseDraft draft) => SubmitAsync(context, draft);

    public ValueTask<IAnswer> SubmitRefundAsync(HttpContext context, NoParameters parameters, RefundDraft draft) =>
        draft.OriginalTransactionId is null && draft.OrderId is null
            ? throw new ProblemException(
                StatusCodes.Status400BadRequest,
                "invalid-body",
                "Expected originalTransactionId or orderId, found neither.",
                new FieldProblem("/originalTransactionId", "Expected this or orderId, found neither."))
            : SubmitAsync(context, draft);

    public ValueTask<IAnswer> SubmitOrderAsync(HttpContext context, NoParameters parameters, OrderDraft draft) => SubmitAsync(context, draft);

    private async ValueTask<IAnswer> SubmitAsync(HttpContext context, SubmissionDraft draft)
    {
        var input = draft.ToInput();
        SubmissionRules.Check(draft.Kind, input);
        var caller = context.Caller();
        var task = await tasks.SubmitAsync(
            new TaskSubmission
            {
                Kind = draft.Kind,
                Input = input,
                Title = draft.Title,
                Owner = draft.Owner ?? caller.Name,
                By = caller.Name,
                Priority = draft.Priority,
                Due = draft.Due,
                IdempotencyKey = IdempotencyKey.Of(context.Request) is { } key ? $"{caller.Name} {context.Request.Path} {key}" : null,
            },
            context.RequestAborted);
        context.Response.Headers.ETag = Preconditions.TagOf(task.Version);
        return await JsonAnswer.Created(context, TaskRoutes.LocationOf(task), TaskView.Of(task));
    }
}
