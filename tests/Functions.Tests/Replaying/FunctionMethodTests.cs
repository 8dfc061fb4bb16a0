using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using TaskOrchestration.Support.Durable.Hubs;

namespace TaskOrchestration.Functions.Tests.Replaying;

public sealed class FunctionMethodTests
{
    [Fact]
    public async Task Finds_orchestrators_and_activities_by_their_attributes()
    {
        await using var services = new ServiceCollection().AddSingleton("greeting").BuildServiceProvider();
        var hub = new TaskHub().AddFunctions(typeof(FunctionMethodTests).Assembly, services);

        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("SampleOrchestrator", "you");

        Assert.Equal("\"greeting, you: hub\"", (await hub.Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true)).SerializedOutput);
    }

    public sealed class Sample(string greeting)
    {
        [Function("SampleOrchestrator")]
        public static Task<string> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context) =>
            context.CallActivityAsync<string>("SampleActivity", context.GetInput<string>());

        [Function("SampleActivity")]
        public string Greet([ActivityTrigger] string who, [DurableClient] DurableTaskClient client) => $"{greeting}, {who}: {client.Name}";
    }
}
