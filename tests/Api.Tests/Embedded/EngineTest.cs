using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using TaskOrchestration.Api.Tests.Serving;
using TaskOrchestration.Orchestrations.Access;
using TaskOrchestration.Orchestrations.Engine;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.Tests.Embedded;

/// <summary>A test that talks to a server over the embedded engine, kept in a folder of its own.</summary>
public abstract class EngineTest : IAsyncLifetime
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("api-tests-");
    private readonly byte[] masterKey = RandomNumberGenerator.GetBytes(32);
    private DataFolder? folder;

    protected TaskHandlers Handlers { get; } = new();

    protected EmbeddedEngine Engine { get; private set; } = null!;

    protected ApiServer Server { get; private set; } = null!;

    public Task InitializeAsync() => OpenAsync();

    public async Task DisposeAsync()
    {
        await CloseAsync();
        directory.Delete(recursive: true);
    }

    protected async Task RestartAsync()
    {
        await CloseAsync();
        await OpenAsync();
    }

    protected async Task<JsonObject> CallAsync(string action, string request) => (JsonObject)(await Server.CallAsync(action, Samples.Quoted(request))).Body;

    /// <summary>Creates a machine named Greeter.</summary>
    protected Task<JsonObject> CreateAsync(string definition, string type = "STANDARD") =>
        CallAsync("CreateStateMachine", $"{{'name':'Greeter','roleArn':'{Samples.Role}','type':'{type}','definition':{Json.Of(Samples.Quoted(definition))}}}");

    /// <summary>Starts it and waits for the end.</summary>
    protected async Task RunAsync(string name, string input = "{}")
    {
        await CallAsync("StartExecution", $"{{'stateMachineArn':'{Samples.MachineArn}','name':'{name}','input':{Json.Of(Samples.Quoted(input))}}}");
        await Engine.Executions.WaitForEndAsync(ArnOf(name));
    }

    protected static string ArnOf(string execution) => $"arn:aws:states:us-east-1:123456789012:execution:Greeter:{execution}";

    protected static string TextOf(Json? value) => ((JsonString)value!).Value;

    private async Task OpenAsync()
    {
        folder = DataFolder.Open(directory.FullName);
        Engine = await EmbeddedEngine.OpenAsync(folder, new TaskRouter(Handlers));
        Server = await ApiServer.StartAsync(Engine.Executions, Engine.Catalog, configure: services => services.AddSingleton(_ => new SecretBox(masterKey)).AddSingleton(Engine.MapRuns).AddSingleton(Engine.Activities).AddSingleton(Engine.ActivityTasks));
    }

    private async Task CloseAsync()
    {
        await Server.DisposeAsync();
        await Engine.DisposeAsync();
        folder?.Dispose();
    }
}
