using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TaskOrchestration.Api.Access;
using TaskOrchestration.Api.Rest;
using TaskOrchestration.Api.StepFunctions;
using TaskOrchestration.Benchmarks.Durability;
using TaskOrchestration.Domain.Access;
using TaskOrchestration.Domain.InMemory;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Orchestrations.Access;
using TaskOrchestration.Orchestrations.Engine;

namespace TaskOrchestration.Benchmarks.Guarding;

/// <summary>The Step Functions API over the durable engine, behind a real socket, with access control and audit journal or without.</summary>
internal sealed class StartServer : IAsyncDisposable
{
    private const string OnePass = """{"StartAt":"pass","States":{"pass":{"Type":"Pass","End":true}}}""";

    private readonly BenchFolder _bench;
    private readonly DataFolder _folder;
    private readonly EmbeddedEngine _engine;
    private readonly WebApplication _application;

    private StartServer(BenchFolder bench, DataFolder folder, EmbeddedEngine engine, WebApplication application, string machine)
    {
        (_bench, _folder, _engine, _application) = (bench, folder, engine, application);
        Machine = machine;
        Address = new Uri(application.Urls.Single());
    }

    /// <summary>Where it answers.</summary>
    public Uri Address { get; }

    /// <summary>A machine that has ended as soon as it has begun, so that starting is all that is measured.</summary>
    public string Machine { get; }

    public static async Task<StartServer> StartAsync(bool isGuarded, CancellationToken cancellationToken)
    {
        var bench = new BenchFolder();
        var folder = DataFolder.Open(bench.Path);
        var engine = await EmbeddedEngine.OpenAsync(folder, new InstantRouter(), new EngineOptions());
        var built = Build(isGuarded, bench.Path, engine);
        await built.StartAsync(cancellationToken);
        return new StartServer(bench, folder, engine, built, await Machines.CreateAsync(engine, "starts", OnePass));
    }

    /// <summary>A key of an operator.</summary>
    public async Task<IssuedKey> KeyAsync() => await _application.Services.GetRequiredService<ApiKeys>().CreateAsync("bench", Roles.Operator);

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _engine.DisposeAsync();
        await _application.DisposeAsync();
        _folder.Dispose();
        _bench.Dispose();
    }

    private static WebApplication Build(bool isGuarded, string dataFolder, EmbeddedEngine engine)
    {
        var builder = WebApplication.CreateSlimBuilder(["--hostBuilder:reloadConfigOnChange=false"]);
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services
            .AddSingleton(TimeProvider.System)
            .AddSingleton(engine.Executions)
            .AddSingleton(engine.Catalog)
            .AddSingleton<IIdempotencyStore, InMemoryIdempotencyStore>()
            .AddStepFunctionsApi()
            .AddRestApi();
        if (isGuarded)
        {
            // Counted as always, but never turned away.
            Dictionary<string, string?> throttling = new[] { "PerKey", "PerAddress" }.SelectMany(bucket => new[] { "Burst", "PerSecond" }.Select(limit => $"Throttling:{bucket}:{limit}"))
                .ToDictionary(setting => setting, _ => (string?)"100000000");
            builder.Services.AddAccessStores(dataFolder).AddAccess(new ConfigurationBuilder().AddInMemoryCollection(throttling).Build(), AccessMode.Credentials);
        }

        var built = builder.Build();
        built.UseRestApi();
        if (isGuarded)
        {
            built.UseAccess();
        }

        built.MapStepFunctionsApi();
        return built;
    }
}
