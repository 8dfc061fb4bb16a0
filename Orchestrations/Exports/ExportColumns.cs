using System.Globalization;
using System.Text.Json;
using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Orchestrations.Exports;

/// <summary>What an export tells of a task. Not its input and result, which may hold what a list is not meant to spread.</summary>
internal static class ExportColumns
{
    /// <summary>The columns, in order, and what they hold; nothing where a task has nothing to say.</summary>
    public static IReadOnlyList<(string Name, Func<TrackedTask, string?> Value)> All { get; } =
    [
        ("taskId", task => task.TaskId),
        ("kind", task => JsonNamingPolicy.CamelCase.ConvertName(task.Kind.ToString())),
        ("title", task => task.Title),
        ("owner", task => task.Owner),
        ("status", task => task.Status.ToString()),
        ("priority", task => JsonNamingPolicy.CamelCase.ConvertName(task.Priority.ToString())),
        ("due", task => task.Due is { } due ? Timestamp.Format(due) : null),
        ("createdAt", task => Timestamp.Format(task.CreatedAt)),
        ("updatedAt", task => Timestamp.Format(task.UpdatedAt)),
        ("subjectId", task => task.SubjectId),
        ("workflow", task => task.Workflow),
        ("step", task => task.Step),
        ("attempt", task => task.Attempt.ToString(CultureInfo.InvariantCulture)),
        ("executionArn", task => task.ExecutionArn),
        ("error", task => task.Failure?.Error),
        ("cause", task => task.Failure?.Cause),
    ];
}
