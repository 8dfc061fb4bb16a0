namespace TaskOrchestration.Domain.Tasks;

/// <summary>What the text filter of a <see cref="TaskQuery"/> looks through.</summary>
public static class TaskText
{
    /// <summary>Everything about a task that is looked through, folded, one thing a line.</summary>
    public static string Of(TrackedTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return Fold($"{task.TaskId}\n{task.Title}\n{task.Owner}\n{task.SubjectId}");
    }

    /// <summary>A text without the difference between small and capital letters, character by character, in any language.</summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.ToLowerInvariant();
    }

    /// <summary>Whether a task is one that is looked for with this text. A text of several lines is in no task.</summary>
    public static bool Matches(TrackedTask task, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return !IsOfSeveralLines(text) && Of(task).Contains(Fold(text), StringComparison.Ordinal);
    }

    /// <summary>Whether a text cannot be found, since it goes from one thing about a task to the next.</summary>
    public static bool IsOfSeveralLines(string text) => text.Contains('\n', StringComparison.Ordinal);
}
