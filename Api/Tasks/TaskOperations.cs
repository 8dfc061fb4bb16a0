using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TaskOrchestration.Api.Access;
using TaskOrchestration.Api.Rest;
using TaskOrchestration.Api.Tasks.Views;

namespace TaskOrchestration.Api.Tasks;

/// <summary>The operations on tasks.</summary>
internal static class TaskOperations
{
    public static void Map(IEndpointRouteBuilder api, TaskRoutes routes)
    {
        OperationAnswer changed = new(200, "The task as it is now.", typeof(TaskView)) { Headers = ["ETag"] };

        api.MapOperation<TaskListing>(
            new Operation
            {
                Id = "listTasks", Method = HttpMethods.Get, Pattern = "/tasks", Tag = "Tasks", Summary = "Lists tasks.",
                Description = "An operator sees all tasks, everybody else their own.",
                Answers = [new(200, "A page of tasks.", typeof(TaskList)) { Headers = ["Link", "ETag"] }, new(304, "The caller has it already.") { Headers = ["ETag"] }],
                Refusals = ["invalid-cursor"],
            },
            routes.ListAsync).AllowCallers();
        api.MapOperation<TaskReading>(
            new Operation
            {
                Id = "getTask", Method = HttpMethods.Get, Pattern = "/tasks/{id}", Tag = "Tasks", Summary = "Shows a task.",
                Answers = [new(200, "The task.", typeof(TaskView)) { Headers = ["ETag"] }, new(304, "The caller has it already.") { Headers = ["ETag"] }],
                Refusals = ["not-found"],
            },
            routes.ReadAsync).AllowCallers();
        api.MapOperation<TaskPath>(
            new Operation
            {
                Id = "getTaskStatus", Method = HttpMethods.Get, Pattern = "/tasks/{id}/status", Tag = "Tasks", Summary = "Says how a task stands.",
                Answers =
                [
                    new(200, "It has ended.", typeof(StatusView)),
                    new(202, "It has not ended; ask again later.", typeof(StatusView)) { Headers = ["Retry-After", "Location"] },
                ],
                Refusals = ["not-found"],
            },
            routes.ReadStatusAsync).AllowCallers();
        api.MapOperation<TaskChanging, TaskPatch>(
            new Operation
            {
                Id = "updateTask", Method = HttpMethods.Patch, Pattern = "/tasks/{id}", Tag = "Tasks", Summary = "Changes what people say about a task.",
                Answers = [changed],
                Refusals = ["forbidden", "not-found", "precondition-failed", "precondition-required"],
                BodyTypes = ["application/merge-patch+json", "application/json"],
            },
            routes.ChangeAsync).AllowCallers();
        api.MapOperation<TaskChanging>(
            new Operation
            {
                Id = "deleteTask", Method = HttpMethods.Delete, Pattern = "/tasks/{id}", Tag = "Tasks", Summary = "Deletes a task that has ended, with its attachments.",
                Description = "Its order or transaction stays.",
                Answers = [new(204, "It is gone.")],
                Refusals = ["not-found", "wrong-status", "precondition-failed", "precondition-required"],
            },
            routes.DeleteAsync).AllowCallers();

        Operation Acting(string id, string verb, string summary) => new()
        {
            Id = id, Method = HttpMethods.Post, Pattern = $"/tasks/{{id}}/{verb}", Tag = "Tasks", Summary = summary,
            Answers = [changed],
            Refusals = ["not-found", "wrong-status"],
            BodyIsOptional = true,
        };
        var forOperators = (Operation operation) => operation with { Refusals = [.. operation.Refusals, "forbidden"] };

        api.MapOperation<TaskPath, CancelRequest>(Acting("cancelTask", "cancel", "Calls a task off."), routes.CancelAsync).AllowCallers();
        api.MapOperation<TaskPath, RetryRequest>(forOperators(Acting("retryTask", "retry", "Has a task that failed or was called off go on.")), routes.RetryAsync).AllowCallers();
        api.MapOperation<TaskPath, Decision>(forOperators(Acting("approveTask", "approve", "Lets an order that waits for a decision go on.")), routes.ApproveAsync).AllowCallers();
        api.MapOperation<TaskPath, Decision>(forOperators(Acting("rejectTask", "reject", "Turns an order down that waits for a decision.")), routes.RejectAsync).AllowCallers();
    }
}
