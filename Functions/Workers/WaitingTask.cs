using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Functions.Workers;

/// <summary>A task of an activity on its way to a worker.</summary>
/// <param name="ActivityArn">The activity.</param>
/// <param name="ExecutionArn">The execution that wants it.</param>
/// <param name="Task">Its number there.</param>
/// <param name="Input">What the worker gets.</param>
/// <param name="Since">Since when it waits.</param>
/// <param name="Place">Its place in the queue; empty until it has one.</param>
public sealed record WaitingTask(string ActivityArn, string ExecutionArn, long Task, Json Input, DateTimeOffset Since, string Place = "");
