using TaskOrchestration.Domain.Tasks;

namespace TaskOrchestration.Domain.Tests.Contracts;

/// <summary>Tasks for stores to keep.</summary>
internal static class TaskSamples
{
    public static TrackedTask Full(string taskId) => new()
    {
        TaskId = taskId,
        Kind = TaskKind.Order,
        Title = "Order \"ü\" 🚚",
        Owner = "Ada",
        Priority = TaskPriority.Urgent,
        Due = Samples.Now.AddDays(3),
        Workflow = "OrderApproval",
        Input = """{"orderId":"o-1","note":"a \"quoted\" one"}""",
        SubjectId = "o-1",
        ExecutionArn = "arn:aws:states:us-east-1:123456789012:execution:OrderApproval:task-1",
        Attempt = 2,
        Step = "Ship",
        DecisionToken = "token of a decision",
        Result = """{"shipped":true}""",
        Failure = new TaskFailure("CarrierUnavailable", "Expected a carrier, found none."),
        History =
        [
            new TaskChange(TrackedStatus.Pending, Samples.Now, "Ada", "submit"),
            new TaskChange(TrackedStatus.Running, Samples.Now.AddSeconds(1), "workflow:Place", "t-1", "begun"),
            new TaskChange(TrackedStatus.Failed, Samples.Now.AddSeconds(2), "workflow:Ship", "t-2", "no carrier"),
        ],
        UpdatedAt = Samples.Now.AddSeconds(2),
    };

    public static TrackedTask Bare(string taskId) => new()
    {
        TaskId = taskId,
        Kind = TaskKind.Purchase,
        Title = "Purchase",
        Owner = "Bob",
        Workflow = "TransactionProcessor",
        Input = "{}",
        History = [new TaskChange(TrackedStatus.Pending, Samples.Now, "Bob", "submit")],
        UpdatedAt = Samples.Now,
    };

    /// <summary>A bare task that was taken down so many seconds after the others.</summary>
    public static TrackedTask At(string taskId, int seconds) => Bare(taskId) with
    {
        History = [new TaskChange(TrackedStatus.Pending, Samples.Now.AddSeconds(seconds), "Bob", "submit")],
        UpdatedAt = Samples.Now.AddSeconds(seconds),
    };

    public static TrackedTask Standing(this TrackedTask task, TrackedStatus status) =>
        task with { History = [.. task.History, new TaskChange(status, task.CreatedAt, "Bob", $"to {status}")] };
}
