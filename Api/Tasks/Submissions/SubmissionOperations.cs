using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TaskOrchestration.Api.Access;
using TaskOrchestration.Api.Rest;
using TaskOrchestration.Api.Tasks.Views;
using TaskOrchestration.Domain.Access;

namespace TaskOrchestration.Api.Tasks.Submissions;

/// <summary>The operations that make tasks.</summary>
internal static class SubmissionOperations
{
    public static void Map(IEndpointRouteBuilder api, SubmissionRoutes routes)
    {
        Operation Submitting(string id, string pattern, string summary) => new()
        {
            Id = id,
            Method = HttpMethods.Post,
            Pattern = pattern,
            Tag = "Tasks",
            Summary = summary,
            Description = "The task is durable when it is answered. Its status URL, /api/v1/tasks/{id}/status, says how it gets on.",
            Answers = [new(201, "The new task.", typeof(TaskView)) { Headers = ["Location", "ETag"] }],
            Refusals = ["invalid-submission"],
            BodyLimit = 192 * 1024,
        };

        api.MapOperation<NoParameters, PurchaseDraft>(Submitting("submitPurchase", "/purchases", "Submits a purchase."), routes.SubmitPurchaseAsync).AllowRoles(Roles.Operator);
        api.MapOperation<NoParameters, RefundDraft>(Submitting("submitRefund", "/refunds", "Submits a refund."), routes.SubmitRefundAsync).AllowRoles(Roles.Operator);
        api.MapOperation<NoParameters, OrderDraft>(Submitting("submitOrder", "/orders", "Submits an order."), routes.SubmitOrderAsync).AllowRoles(Roles.Operator);
    }
}
