using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using TaskOrchestration.Support.Durable.Hubs;

namespace TaskOrchestration.Functions.Tests.Replaying;

/// <summary>A hub with an orchestrator <c>Main</c> and activities of every temper.</summary>
internal static class SampleHub
{
    public static TaskHub Of(Func<TaskOrchestrationContext, Task<string>> orchestrator, HubOptions? options = null) => new TaskHub(options)
        .AddOrchestrator("Main", orchestrator)
        .AddActivity<string, string>("Echo", text => text)
        .AddActivity<string, string>("Throw", (_, message) => throw new IOException(message))
        .AddActivity<string, string>("Slow", (call, text) =>
        {
            call.Duration = TimeSpan.FromMinutes(1);
            return Task.FromResult(text);
        });

    public static Task StartAsync(TaskHub hub, string id) =>
        hub.Client.ScheduleNewOrchestrationInstanceAsync("Main", "input", new StartOrchestrationOptions(id));

    public static async Task<OrchestrationMetadata> ReadAsync(TaskHub hub, string id) => (await hub.Client.GetInstanceAsync(id, getInputsAndOutputs: true))!;
}
