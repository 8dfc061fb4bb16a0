using TaskOrchestration.Domain.Access;

namespace TaskOrchestration.Cli.Tests.Access;

/// <summary>Who may call which endpoint, written down a second time, so that a change of either is noticed.</summary>
internal static class Expectations
{
    private const Roles Anybody = (Roles)(-1);
    private const Roles Everyone = Roles.None;
    private const Roles Readers = Roles.Viewer | Roles.Operator;
    private const Roles ExecutionReaders = Roles.Viewer | Roles.Operator | Roles.Author;
    private const Roles ScheduleReaders = Roles.Viewer | Roles.Operator | Roles.Author;

    private static readonly Dictionary<string, Roles> ByEndpoint = new()
    {
        ["GET /"] = Anybody,
        ["HEAD /"] = Anybody,
        ["GET /health/live"] = Anybody,
        ["GET /health/ready"] = Anybody,
        ["GET /openapi/v1.json"] = Anybody,
        ["HEAD /openapi/v1.json"] = Anybody,
        ["GET /sign-in"] = Anybody,
        ["HEAD /sign-in"] = Anybody,
        ["GET /sign-in/oidc"] = Anybody,
        ["GET /sign-in/oidc/callback"] = Anybody,
        ["GET /api/v1/sign-in"] = Anybody,
        ["POST /api/v1/sessions"] = Anybody,
        ["DELETE /api/v1/sessions/current"] = Anybody,
        ["GET /api/v1/me"] = Everyone,
        ["GET /api/v1/overview"] = Everyone,
        ["GET /metrics"] = Readers,
        ["POST /api/v1/purchases"] = Roles.Operator,
        ["POST /api/v1/refunds"] = Roles.Operator,
        ["POST /api/v1/orders"] = Roles.Operator,
        ["GET /api/v1/tasks"] = Everyone,
        ["GET /api/v1/tasks/{id}"] = Everyone,
        ["PATCH /api/v1/tasks/{id}"] = Everyone,
        ["DELETE /api/v1/tasks/{id}"] = Everyone,
        ["GET /api/v1/tasks/{id}/status"] = Everyone,
        ["POST /api/v1/tasks/{id}/cancel"] = Everyone,
        // These ask for an operator only once the task is known to be the caller's to see: for others it does not exist.
        ["POST /api/v1/tasks/{id}/retry"] = Everyone,
        ["POST /api/v1/tasks/{id}/approve"] = Everyone,
        ["POST /api/v1/tasks/{id}/reject"] = Everyone,
        ["GET /api/v1/orders/{id}"] = Everyone,
        ["GET /api/v1/transactions/{id}"] = Everyone,
        ["GET /api/v1/tasks/{id}/attachments"] = Everyone,
        ["GET /api/v1/tasks/{id}/attachments/{name}"] = Everyone,
        ["HEAD /api/v1/tasks/{id}/attachments/{name}"] = Everyone,
        ["PUT /api/v1/tasks/{id}/attachments/{name}"] = Everyone,
        ["DELETE /api/v1/tasks/{id}/attachments/{name}"] = Everyone,
        ["GET /api/v1/tasks/{id}/attachments/{name}/versions"] = Everyone,
        ["POST /api/v1/exports"] = Everyone,
        ["GET /api/v1/exports/{id}"] = Everyone,
        ["GET /api/v1/exports/{id}/content"] = Everyone,
        ["HEAD /api/v1/exports/{id}/content"] = Everyone,
        ["GET /api/v1/metrics/summary"] = Everyone,
        ["GET /api/v1/schedules"] = ScheduleReaders,
        ["GET /api/v1/schedules/{name}"] = ScheduleReaders,
        ["PUT /api/v1/schedules/{name}"] = Roles.Author,
        ["DELETE /api/v1/schedules/{name}"] = Roles.Author,
        ["POST /api/v1/schedules/{name}/run"] = Roles.Operator | Roles.Author,
        ["GET /api/v1/schedules/{name}/firings"] = ScheduleReaders,
        ["GET /api/v1/schedules/{name}/firings/{id}"] = ScheduleReaders,
        ["GET /api/v1/alerts"] = Readers,
        ["GET /api/v1/event-subscriptions"] = Readers,
        ["GET /api/v1/event-subscriptions/{name}/dead-events"] = Readers,
        ["POST /api/v1/event-subscriptions/{name}/dead-events/{id}/redeliver"] = Roles.Operator,
        // Whose execution it is, the wire protocol's rules say: somebody else's does not exist.
        ["GET /api/v1/executions"] = ExecutionReaders,
        ["GET /api/v1/executions/{arn}"] = ExecutionReaders,
        ["GET /api/v1/executions/{arn}/bundle"] = ExecutionReaders,
        ["GET /api/v1/executions/{arn}/events/{id}/data-flow"] = ExecutionReaders,
        ["GET /api/v1/executions/{arn}/facts"] = ExecutionReaders,
        ["GET /api/v1/executions/{arn}/facts/{index}"] = ExecutionReaders,
        ["GET /api/v1/executions/{arn}/live"] = ExecutionReaders,
        ["GET /api/v1/state-machines/{name}/metrics"] = ExecutionReaders,
        ["GET /api/v1/keys"] = Roles.Admin,
        ["POST /api/v1/keys"] = Roles.Admin,
        ["GET /api/v1/keys/{id}"] = Roles.Admin,
        ["DELETE /api/v1/keys/{id}"] = Roles.Admin,
        ["POST /api/v1/keys/{id}/rotate"] = Roles.Admin,
        ["GET /api/v1/audit"] = Roles.Admin,
        ["GET /api/v1/audit/verification"] = Roles.Admin,
        ["GET /api/v1/clock"] = Roles.Admin,
        ["POST /api/v1/clock"] = Roles.Admin,
    };

    private static readonly HashSet<string> Scoped = ["GET /api/v1/tasks", "POST /api/v1/exports", "GET /api/v1/metrics/summary", "GET /api/v1/me", "GET /api/v1/overview"];

    /// <summary>What a key for some machines opens, as far as it is about these.</summary>
    private static readonly HashSet<string> OfMachines =
    [
        "GET /api/v1/me",
        "GET /api/v1/overview",
        "GET /api/v1/executions",
        "GET /api/v1/executions/{arn}",
        "GET /api/v1/executions/{arn}/bundle",
        "GET /api/v1/executions/{arn}/events/{id}/data-flow",
        "GET /api/v1/executions/{arn}/facts",
        "GET /api/v1/executions/{arn}/facts/{index}",
        "GET /api/v1/executions/{arn}/live",
        "GET /api/v1/state-machines/{name}/metrics",
        "GET /api/v1/schedules",
        "GET /api/v1/schedules/{name}",
        "PUT /api/v1/schedules/{name}",
        "DELETE /api/v1/schedules/{name}",
        "POST /api/v1/schedules/{name}/run",
        "GET /api/v1/schedules/{name}/firings",
        "GET /api/v1/schedules/{name}/firings/{id}",
    ];

    /// <summary>Whether a key for some machines opens an endpoint, as far as it is about these.</summary>
    public static bool IsOfMachines(string endpoint) => OfMachines.Contains(endpoint);

    /// <summary>Whether something is said about an endpoint.</summary>
    public static bool Knows(string endpoint) => ByEndpoint.ContainsKey(endpoint);

    /// <summary>Whether a request without credentials is let through.</summary>
    public static bool IsOpen(string endpoint) => ByEndpoint[endpoint] == Anybody;

    /// <summary>Whether a caller with these roles is let through.</summary>
    public static bool Lets(string endpoint, Roles roles) =>
        ByEndpoint[endpoint] is Anybody or Everyone || (roles & (ByEndpoint[endpoint] | Roles.Admin)) != Roles.None;

    /// <summary>Whether an endpoint is about one thing of somebody's, so that it does not exist for callers who neither own it nor are operators.</summary>
    public static bool IsOwned(string endpoint) => ByEndpoint[endpoint] == Everyone && endpoint.Contains("{id}", StringComparison.Ordinal);

    /// <summary>Whether an endpoint is about all that is a caller's to see.</summary>
    public static bool IsScoped(string endpoint) => Scoped.Contains(endpoint);
}
