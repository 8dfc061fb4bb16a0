using TaskOrchestration.Support.Durable.Worlds;

namespace TaskOrchestration.Functions.Tests.Exploration;

/// <summary>Says how an orchestration stands, for those who look for what went wrong.</summary>
internal static class OrchestrationReports
{
    private const int LastEvents = 12;

    public static async Task<string> ReportAsync(this ExecutionWorld world, string instanceId)
    {
        var orchestration = await world.Hub.Client.GetInstanceAsync(instanceId, getInputsAndOutputs: true);
        return $"Its orchestration {instanceId} is {orchestration?.RuntimeStatus} {orchestration?.SerializedOutput}. Its history: {string.Join("; ", world.Hub.HistoryOf(instanceId).TakeLast(LastEvents))}";
    }
}
