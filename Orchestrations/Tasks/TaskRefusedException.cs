namespace TaskOrchestration.Orchestrations.Tasks;

/// <summary>A request about a task was turned down; nothing has changed.</summary>
public sealed class TaskRefusedException(TaskRefusal refusal, string message) : Exception(message)
{
    /// <summary>Why.</summary>
    public TaskRefusal Refusal => refusal;
}
