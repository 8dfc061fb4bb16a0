using Microsoft.Extensions.DependencyInjection;
using TaskOrchestration.Conformance.Tests.Driving;
using TaskOrchestration.Conformance.Tests.Serving;
using TaskOrchestration.Orchestrations.Activities;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.MapRuns;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support.Durable.Hubs;
using TaskOrchestration.Support.Durable.Worlds;

namespace TaskOrchestration.Functions.Tests.Conformance;

/// <summary>The API over executions on Durable Functions, with the functions of one case, services in memory, and nothing else in it yet.</summary>
internal sealed class DurableServer : IServer
{
    private readonly ConversationTasks tasks;
    private readonly ExecutionWorld world;

    /// <summary>A server for a case.</summary>
    public DurableServer(JsonObject filled)
    {
        tasks = new ConversationTasks(filled);
        world = new ExecutionWorld(tasks.Router, new HubOptions { RunsAtOnce = true }, services => services
            .AddSingleton(new ArnScheme("us-east-1", Births.Account)));
        Api = new ApiSession(
            world.Services.GetRequiredService<StateMachineCatalog>(),
            world.Services.GetRequiredService<IExecutionService>(),
            world.Services.GetRequiredService<IMapRunService>(),
            configure: services => services
                .AddSingleton(world.Services.GetRequiredService<ActivityCatalog>())
                .AddSingleton(world.Services.GetRequiredService<IActivityTasks>()));
    }

    /// <inheritdoc/>
    public ApiSession Api { get; }

    /// <inheritdoc/>
    public Task PassTimeAsync() => world.Hub.MoveToNextAsync();

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Api.Dispose();
        world.Dispose();
        tasks.Dispose();
        return ValueTask.CompletedTask;
    }
}
