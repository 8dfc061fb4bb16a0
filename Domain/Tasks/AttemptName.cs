using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace TaskOrchestration.Domain.Tasks;

/// <summary>The name of an execution of a task: the task's id for the first attempt, <c>{taskId}-2</c> for the second, and so on.</summary>
public static class AttemptName
{
    /// <summary>The name of an attempt, counted from 1.</summary>
    public static string Of(string taskId, int attempt)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(attempt, 1);
        return attempt == 1 ? taskId : $"{taskId}-{attempt}";
    }

    /// <summary>The task and the attempt that an execution of this name belongs to.</summary>
    /// <returns>Whether it is the name of an attempt at all.</returns>
    public static bool TryParse(string name, [NotNullWhen(true)] out string? taskId, out int attempt)
    {
        ArgumentNullException.ThrowIfNull(name);
        attempt = 1;
        taskId = name;
        if (TaskIds.IsTaskId(name))
        {
            return true;
        }

        var dash = name.LastIndexOf('-');
        taskId = dash < 0 ? null : name[..dash];
        // Only the one way of writing a number is a name: not -02, not -1.
        return taskId is not null
            && TaskIds.IsTaskId(taskId)
            && name.AsSpan(dash + 1) is [>= '1' and <= '9', ..]
            && int.TryParse(name.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out attempt)
            && attempt > 1;
    }
}
