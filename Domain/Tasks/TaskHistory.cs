using TaskOrchestration.Domain.Values;

namespace TaskOrchestration.Domain.Tasks;

/// <summary>How long the history of a task may become.</summary>
/// <remarks>
/// A workflow that loops reports for ever, and a task is read and written as a whole. The first line (when and by whom it was taken down) and the
/// latest <see cref="AlwaysKept"/> stay. Of the others the oldest goes that only says that the step was another; if there is none, the oldest.
/// A report whose line is gone would count as a new one if it came again; reports come again within a few lines, not after a hundred.
/// </remarks>
public static class TaskHistory
{
    /// <summary>The most lines.</summary>
    public const int MaximumLines = 200;

    /// <summary>How many of the latest lines are never left out.</summary>
    public const int AlwaysKept = 100;

    /// <summary>The longest note; what is longer is cut, and ends with an ellipsis.</summary>
    public const int MaximumNoteLength = 1_000;

    /// <summary>The history with one more line.</summary>
    public static ValueList<TaskChange> With(ValueList<TaskChange> history, TaskChange change)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(change);
        var added = change with { Note = Cut(change.Note) };
        if (history.Count < MaximumLines)
        {
            return [.. history, added];
        }

        var leftOut = LeastTelling(history);
        return [.. history.Where((_, at) => at != leftOut), added];
    }

    private static int LeastTelling(ValueList<TaskChange> history)
    {
        for (var at = 1; at <= history.Count - AlwaysKept; at++)
        {
            if (history[at].Status == history[at - 1].Status)
            {
                return at;
            }
        }

        return 1;
    }

    private static string? Cut(string? note)
    {
        if (note is null || note.Length <= MaximumNoteLength)
        {
            return note;
        }

        var end = MaximumNoteLength - 1;
        return $"{note.AsSpan(0, char.IsHighSurrogate(note[end - 1]) ? end - 1 : end)}…";
    }
}
