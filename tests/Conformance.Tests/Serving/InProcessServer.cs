using Microsoft.Extensions.DependencyInjection;
using TaskOrchestration.Conformance.Tests.Corpora;
using TaskOrchestration.Conformance.Tests.Functions;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Engine;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Serving;

/// <summary>The API over the embedded engine, in memory, with the functions of one case and nothing else in it yet.</summary>
internal sealed class InProcessServer : IServer
{
    private static readonly EngineOptions Options = new() { Arns = new ArnScheme("us-east-1", Driving.Births.Account), GracePeriod = TimeSpan.Zero };

    private readonly EmbeddedEngine engine;

    private InProcessServer(EmbeddedEngine engine, ITaskRouter router)
    {
        this.engine = engine;
        Api = new ApiSession(engine.Catalog, engine.Executions, engine.MapRuns, router, configure: services => services.AddSingleton(engine.Activities).AddSingleton(engine.ActivityTasks));
    }

    public ApiSession Api { get; }

    public static async Task<InProcessServer> OpenAsync(JsonObject filled)
    {
        var handlers = new TaskHandlers();
        foreach (var function in filled.Items("lambdas"))
        {
            handlers.Add(function.Text("function")!, new ImitatedFunction(function.Object("behaviour")!, _ => { }));
        }

        var router = new TaskRouter(handlers);
        return new InProcessServer(await EmbeddedEngine.OpenInMemoryAsync(router, Options), router);
    }

    public Task PassTimeAsync() => Task.Delay(2);

    public async ValueTask DisposeAsync()
    {
        Api.Dispose();
        await engine.DisposeAsync();
    }
}
