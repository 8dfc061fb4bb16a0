namespace TaskOrchestration.Functions.Durable.Orchestrating;

/// <summary>The executions whose ends tasks of this one wait for.</summary>
/// <remarks>
/// They are orchestrations of their own and not Durable's sub-orchestrations: one of those would keep this orchestration from continuing as new
/// for as long as it runs. They send a signal when they end.
/// </remarks>
internal sealed class Children(IReadOnlyDictionary<long, string> known)
{
    private readonly Dictionary<long, string> byTask = new(known);
    private readonly HashSet<string> endedEarly = [];

    /// <summary>The executions by the tasks that wait for them.</summary>
    public IReadOnlyDictionary<long, string> ByTask => byTask;

    /// <summary>Has a task wait for the end of an execution.</summary>
    /// <returns>False if it has ended: the signal was faster than the activity that started it.</returns>
    public bool Await(long task, string executionArn)
    {
        if (endedEarly.Remove(executionArn))
        {
            return false;
        }

        byTask[task] = executionArn;
        return true;
    }

    /// <summary>An execution has ended.</summary>
    /// <returns>The task that has waited for it, or null.</returns>
    public long? Ended(string executionArn)
    {
        foreach (var (task, child) in byTask)
        {
            if (child == executionArn)
            {
                byTask.Remove(task);
                return task;
            }
        }

        endedEarly.Add(executionArn);
        return null;
    }

    /// <summary>A task waits no more.</summary>
    /// <returns>The execution it has waited for, or null.</returns>
    public string? GiveUp(long task) => byTask.Remove(task, out var child) ? child : null;
}
