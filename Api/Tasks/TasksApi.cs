using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TaskOrchestration.Api.Access;
using TaskOrchestration.Api.Rest;
using TaskOrchestration.Api.Tasks.Attachments;
using TaskOrchestration.Api.Tasks.Exports;
using TaskOrchestration.Api.Tasks.Metrics;
using TaskOrchestration.Api.Tasks.Records;
using TaskOrchestration.Api.Tasks.Submissions;
using TaskOrchestration.Api.Tasks.Views;
using TaskOrchestration.Domain.Access;

namespace TaskOrchestration.Api.Tasks;

/// <summary>Puts the REST API of task management into a host.</summary>
public static class TasksApi
{
    /// <summary>
    /// Registers the operations. The host registers what they stand on: an <c>ITaskService</c>, an <c>IExportService</c> and the stores of tasks, orders,
    /// transactions and blobs.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="settings">The section of <see cref="AttachmentOptions"/>; none for the usual ones.</param>
    public static IServiceCollection AddTasksApi(this IServiceCollection services, IConfiguration? settings = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        return services
            .AddSingleton(_ => Options(settings))
            .AddSingleton<Turns>()
            .AddSingleton<VisibleTasks>()
            .AddSingleton<SubmissionRoutes>()
            .AddSingleton<TaskRoutes>()
            .AddSingleton<RecordRoutes>()
            .AddSingleton<AttachmentRoutes>()
            .AddSingleton<ExportRoutes>()
            .AddSingleton<MetricsRoutes>();
    }

    /// <summary>Maps the operations into the REST API's group.</summary>
    public static IEndpointRouteBuilder MapTasksApi(this IEndpointRouteBuilder api)
    {
        ArgumentNullException.ThrowIfNull(api);
        MapSubmissions(api, api.ServiceProvider.GetRequiredService<SubmissionRoutes>());
        MapTasks(api, api.ServiceProvider.GetRequiredService<TaskRoutes>());
        MapRecords(api, api.ServiceProvider.GetRequiredService<RecordRoutes>());
        MapAttachments(api, api.ServiceProvider.GetRequiredService<AttachmentRoutes>());
        MapExports(api, api.ServiceProvider.GetRequiredService<ExportRoutes>());
        MapMetrics(api, api.ServiceProvider.GetRequiredService<MetricsRoutes>());
        return api;
    }

    private static void MapSubmissions(IEndpointRouteBuilder api, SubmissionRoutes routes)
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

    private static void MapTasks(IEndpointRouteBuilder api, TaskRoutes routes)
    {
        OperationAnswer changed = new(200, "The task as it is now.", typeof(TaskView)) { Headers = ["ETag"] };

        api.MapOperation<TaskListing>(
            new Operation
            {
                Id = "listTasks", Method = HttpMethods.Get, Pattern = "/tasks", Tag = "Tasks", Summary = "Lists tasks.",
                Description = "An operator sees all tasks, everybody else their own.",
                Answers = [new(200, "A page of tasks.", typeof(TaskList)) { Headers = ["Link"] }],
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

    private static void MapRecords(IEndpointRouteBuilder api, RecordRoutes routes)
    {
        Operation Reading(string id, string pattern, string tag, string summary, Type view) => new()
        {
            Id = id, Method = HttpMethods.Get, Pattern = pattern, Tag = tag, Summary = summary,
            Description = "Seen by operators and by the owner of its task.",
            Answers = [new(200, "The record.", view) { Headers = ["ETag"] }, new(304, "The caller has it already.") { Headers = ["ETag"] }],
            Refusals = ["not-found"],
        };

        api.MapOperation<RecordReading>(Reading("getOrder", "/orders/{id}", "Orders", "Shows the record of an order.", typeof(OrderView)), routes.ReadOrderAsync).AllowCallers();
        api.MapOperation<RecordReading>(
            Reading("getTransaction", "/transactions/{id}", "Transactions", "Shows the record of a purchase or refund.", typeof(TransactionView)), routes.ReadTransactionAsync).AllowCallers();
    }

    private static void MapAttachments(IEndpointRouteBuilder api, AttachmentRoutes routes)
    {
        const string One = "/tasks/{id}/attachments/{name}";
        Operation about = new() { Id = "", Method = HttpMethods.Get, Pattern = One, Tag = "Attachments", Summary = "", Answers = [], Refusals = ["not-found"] };

        api.MapOperation<TaskPath>(
            about with { Id = "listAttachments", Pattern = "/tasks/{id}/attachments", Summary = "Lists the attachments of a task.", Answers = [new(200, "The latest version of each.", typeof(AttachmentList))] },
            routes.ListAsync).AllowCallers();
        api.MapOperation<AttachmentPath>(
            about with { Id = "listAttachmentVersions", Pattern = $"{One}/versions", Summary = "Lists the versions of an attachment.", Answers = [new(200, "The versions, latest first.", typeof(AttachmentList))] },
            routes.ListVersionsAsync).AllowCallers();
        api.MapOperation<AttachmentWriting>(
            about with
            {
                Id = "putAttachment", Method = HttpMethods.Put, Summary = "Writes a version of an attachment.",
                BodyIsStreamed = true,
                BodyTypes = ["*/*"],
                Answers =
                [
                    new(200, "The new version of an attachment that was there.", typeof(AttachmentView)) { Headers = ["ETag", Rest.Answers.ContentDigest.Header] },
                    new(201, "The new attachment.", typeof(AttachmentView)) { Headers = ["ETag", "Location", Rest.Answers.ContentDigest.Header] },
                ],
                Refusals = ["not-found", "digest-mismatch", "too-many-attachments", "precondition-failed", "too-large", "unsupported-media-type"],
            },
            routes.WriteAsync).AllowCallers();
        foreach (var (method, id, summary) in new[] { (HttpMethods.Get, "getAttachment", "Hands out an attachment."), (HttpMethods.Head, "headAttachment", "Says what there is to know about an attachment.") })
        {
            api.MapOperation<AttachmentReading>(
                about with
                {
                    Id = id, Method = method, Summary = summary,
                    Answers =
                    [
                        new(200, "The whole file.") { MediaType = "*/*", Headers = ["ETag", Rest.Answers.ContentDigest.Header, "Content-Disposition"] },
                        new(206, "The part that was asked for.") { MediaType = "*/*", Headers = ["ETag", "Content-Range", "Content-Disposition"] },
                        new(304, "The caller has it already.") { Headers = ["ETag"] },
                    ],
                    Refusals = ["not-found", "precondition-failed", "range-not-satisfiable"],
                },
                routes.ReadAsync).AllowCallers();
        }

        api.MapOperation<AttachmentDeleting>(
            about with { Id = "deleteAttachment", Method = HttpMethods.Delete, Summary = "Deletes all versions of an attachment.", Answers = [new(204, "It is gone.")], Refusals = ["not-found", "precondition-failed"] },
            routes.DeleteAsync).AllowCallers();
    }

    private static void MapExports(IEndpointRouteBuilder api, ExportRoutes routes)
    {
        api.MapOperation<NoParameters, ExportRequest>(
            new Operation
            {
                Id = "submitExport", Method = HttpMethods.Post, Pattern = "/exports", Tag = "Exports", Summary = "Has a list of tasks written to a file.",
                Answers = [new(201, "The new export.", typeof(ExportView)) { Headers = ["Location"] }],
                Refusals = ["forbidden"],
            },
            routes.SubmitAsync).AllowCallers();
        api.MapOperation<ExportPath>(
            new Operation
            {
                Id = "getExport", Method = HttpMethods.Get, Pattern = "/exports/{id}", Tag = "Exports", Summary = "Shows an export.",
                Answers = [new(200, "The export.", typeof(ExportView))],
                Refusals = ["not-found"],
            },
            routes.ReadAsync).AllowCallers();
        api.MapOperation<ExportPath>(
            new Operation
            {
                Id = "getExportContent", Method = HttpMethods.Get, Pattern = "/exports/{id}/content", Tag = "Exports", Summary = "Hands out the file of an export.",
                Answers =
                [
                    new(200, "The whole file.") { MediaType = "*/*", Headers = ["ETag", Rest.Answers.ContentDigest.Header, "Content-Disposition"] },
                    new(206, "The part that was asked for.") { MediaType = "*/*", Headers = ["ETag", "Content-Range", "Content-Disposition"] },
                    new(304, "The caller has it already.") { Headers = ["ETag"] },
                ],
                Refusals = ["not-found", "wrong-status", "precondition-failed", "range-not-satisfiable"],
            },
            routes.DownloadAsync).AllowCallers();
    }

    private static void MapMetrics(IEndpointRouteBuilder api, MetricsRoutes routes) =>
        api.MapOperation(
            new Operation
            {
                Id = "getMetricsSummary", Method = HttpMethods.Get, Pattern = "/metrics/summary", Tag = "Metrics", Summary = "Says how things stand altogether.",
                Answers = [new(200, "The numbers.", typeof(MetricsSummary))],
            },
            routes.SummarizeAsync).AllowCallers();

    private static AttachmentOptions Options(IConfiguration? settings)
    {
        var options = new AttachmentOptions();
        settings?.Bind(options);
        return options;
    }
}
