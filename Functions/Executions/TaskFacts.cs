using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Functions.Executions;

/// <summary>Facts that answer a task.</summary>
public static class TaskFacts
{
    /// <summary>The task that an answer is for.</summary>
    /// <exception cref="ArgumentException">The fact answers no task.</exception>
    public static long TaskOf(Fact answer) => answer switch
    {
        Fact.TaskSucceeded succeeded => succeeded.Task,
        Fact.TaskFailed failed => failed.Task,
        _ => throw new ArgumentException($"expected the answer to a task, found {answer?.GetType().Name}", nameof(answer)),
    };
}
