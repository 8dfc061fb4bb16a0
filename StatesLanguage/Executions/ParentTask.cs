namespace TaskOrchestration.StatesLanguage.Executions;

/// <summary>The task of another execution that has started an execution.</summary>
/// <param name="ExecutionArn">The other execution.</param>
/// <param name="Task">The number of the attempt there (<see cref="TaskRequest.Task"/>).</param>
public sealed record ParentTask(string ExecutionArn, long Task);
