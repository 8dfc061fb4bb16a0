using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Stores;

/// <summary>The JSON text a task is kept as: all of it but its id and version, which have columns of their own.</summary>
public static class TaskDocument
{
    /// <summary>The text for a task.</summary>
    public static string Write(TrackedTask task) => new JsonObjectBuilder(20)
        .Set("kind", Json.Of(task.Kind.ToString()))
        .Set("title", Json.Of(task.Title))
        .Set("owner", Json.Of(task.Owner))
        .Set("priority", Json.Of(task.Priority.ToString()))
        .SetIfPresent("due", task.Due is { } due ? SqliteRows.WriteTime(due) : null)
        .Set("workflow", Json.Of(task.Workflow))
        .Set("input", Json.Of(task.Input))
        .SetIfPresent("subjectId", task.SubjectId)
        .SetIfPresent("executionArn", task.ExecutionArn)
        .Set("attempt", Json.Of(task.Attempt))
        .SetIfPresent("step", task.Step)
        .SetIfPresent("decisionToken", task.DecisionToken)
        .SetIfPresent("result", task.Result)
        .SetIfPresent("failure", WriteFailure(task.Failure))
        .Set("history", JsonArray.Of(task.History.Select(WriteChange)))
        .Set("updatedAt", Json.Of(SqliteRows.WriteTime(task.UpdatedAt)))
        .Build()
        .ToString();

    /// <summary>The task of a text.</summary>
    public static TrackedTask Read(string taskId, long version, string document)
    {
        var kept = (JsonObject)Json.Parse(document);
        return new TrackedTask
        {
            TaskId = taskId,
            Version = version,
            Kind = Enum.Parse<TaskKind>(Text(kept, "kind")!),
            Title = Text(kept, "title")!,
            Owner = Text(kept, "owner")!,
            Priority = Enum.Parse<TaskPriority>(Text(kept, "priority")!),
            Due = Text(kept, "due") is { } due ? SqliteRows.ReadTime(due) : null,
            Workflow = Text(kept, "workflow")!,
            Input = Text(kept, "input")!,
            SubjectId = Text(kept, "subjectId"),
            ExecutionArn = Text(kept, "executionArn"),
            Attempt = Attempt(kept),
            Step = Text(kept, "step"),
            DecisionToken = Text(kept, "decisionToken"),
            Result = Text(kept, "result"),
            Failure = kept["failure"] is JsonObject failure ? new TaskFailure(Text(failure, "error"), Text(failure, "cause")) : null,
            History = [.. ((JsonArray)kept["history"]!).Select(change => ReadChange((JsonObject)change))],
            UpdatedAt = SqliteRows.ReadTime(Text(kept, "updatedAt")!),
        };
    }

    private static JsonObject? WriteFailure(TaskFailure? failure) => failure is null
        ? null
        : new JsonObjectBuilder().SetIfPresent("error", failure.Error).SetIfPresent("cause", failure.Cause).Build();

    private static Json WriteChange(TaskChange change) => new JsonObjectBuilder(5)
        .Set("status", Json.Of(change.Status.ToString()))
        .Set("at", Json.Of(SqliteRows.WriteTime(change.At)))
        .Set("by", Json.Of(change.By))
        .Set("token", Json.Of(change.Token))
        .SetIfPresent("note", change.Note)
        .Build();

    private static TaskChange ReadChange(JsonObject change) => new(
        Enum.Parse<TrackedStatus>(Text(change, "status")!),
        SqliteRows.ReadTime(Text(change, "at")!),
        Text(change, "by")!,
        Text(change, "token")!,
        Text(change, "note"));

    private static string? Text(JsonObject from, string name) => (from[name] as JsonString)?.Value;

    private static int Attempt(JsonObject from) => from["attempt"] is JsonNumber number && number.TryGetInteger(out var value)
        ? (int)value
        : throw new InvalidDataException($"attempt: expected a whole number, found {from["attempt"]?.ToString() ?? "nothing"}.");
}
