using TaskOrchestration.Domain.Tasks;

namespace TaskOrchestration.Functions.Storage.Tasks;

/// <summary>What lists filter and sort a task by. Moments are ticks of UTC.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Status">How it stands.</param>
/// <param name="Owner">Whose it is.</param>
/// <param name="Created">When it was taken down.</param>
/// <param name="Updated">When it last changed.</param>
/// <param name="Due">When it should be done.</param>
/// <param name="Priority">How urgent it is.</param>
/// <param name="SubjectId">The order or transaction it is about.</param>
/// <param name="Text">What a text is looked for in (<see cref="TaskText.Of"/>).</param>
internal sealed record TaskPlace(
    TaskKind Kind, TrackedStatus Status, string Owner, long Created, long Updated, long? Due, TaskPriority Priority, string? SubjectId, string Text)
{
    public static TaskPlace Of(TrackedTask task) => new(
        task.Kind,
        task.Status,
        task.Owner,
        task.CreatedAt.UtcTicks,
        task.UpdatedAt.UtcTicks,
        task.Due?.UtcTicks,
        task.Priority,
        task.SubjectId,
        TaskText.Of(task));

    /// <summary>Whether nothing is at work on the task.</summary>
    public bool IsEnd => TaskTransitions.IsEnd(Status);
}
