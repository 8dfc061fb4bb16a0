namespace TaskOrchestration.Support.Durable.Hubs;

/// <summary>The call by which an orchestration was started as a child.</summary>
internal sealed record ParentCall(string InstanceId, int Generation, int Task);
