namespace TaskOrchestration.Orchestrations.StatusEvents;

/// <summary>An event on its way to a receiver.</summary>
/// <param name="Id">Its id, the same for every attempt.</param>
/// <param name="ExecutionArn">The execution it is about.</param>
/// <param name="Body">The event as JSON text.</param>
public sealed record StatusMessage(string Id, string ExecutionArn, string Body);
