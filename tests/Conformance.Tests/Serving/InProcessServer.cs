using Microsoft.Extensions.DependencyInjection;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Engine;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Serving;

/// <summary>The API over the embedded engine, in memory, with the functions of one case, services in memory, and nothing else in it yet.</summary>
internal sealed class InProcessServer : IServer
{
    private static readonly EngineOptions Options = new() { Arns = new ArnScheme("us-east-1", Driving.Births.Account), GracePeriod = TimeSpan.Zero };

    private readonly EmbeddedEngine engine;
    private readonly ConversationTasks tasks;

    private InProcessServer(EmbeddedEngine engine, ConversationTasks tasks)
    {
        this.engine = engine;
        this.tasks = tasks;
        Api = new ApiSession(engine.Catalog, engine.Executions, engine.MapRuns, tasks.Router, configure: services => services.AddSingleton(engine.Activities).AddSingleton(engine.ActivityTasks));
    }

    public ApiSession Api { get; }

    public static async Task<InProcessServer> OpenAsync(JsonObject filled)
    {
        var conversation = new ConversationTasks(filled);
        return new InProcessServer(await EmbeddedEngine.OpenInMemoryAsync(conversation.Router, Options), conversation);
    }

    public Task PassTimeAsync() => Task.Delay(2);

    public async ValueTask DisposeAsync()
    {
        Api.Dispose();
        await engine.DisposeAsync();
        tasks.Dispose();
    }
}
