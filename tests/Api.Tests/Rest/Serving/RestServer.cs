using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using TaskOrchestration.Api.Access;
using TaskOrchestration.Api.Hosting;
using TaskOrchestration.Api.Rest;
using TaskOrchestration.Api.Rest.OpenApi;
using TaskOrchestration.Api.Tasks;
using TaskOrchestration.Api.Tests.Rest.Conformance;
using TaskOrchestration.Api.Tests.Serving;
using TaskOrchestration.Domain.Access;
using TaskOrchestration.Domain.InMemory;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Orchestrations.Blobs;
using TaskOrchestration.Orchestrations.Exports;
using TaskOrchestration.Orchestrations.Tasks;

namespace TaskOrchestration.Api.Tests.Rest.Serving;

/// <summary>
/// The REST API behind a real socket, over stores in memory. Who asks is said by a header of the tests. Whatever is mapped here is documented,
/// exercised and fuzzed: operations of other parts go into <see cref="Map"/>, what they stand on into <see cref="Register"/>, what they store
/// into <see cref="StoredAsync"/>.
/// </summary>
public sealed class RestServer : IAsyncDisposable
{
    public const string CallerHeader = "X-Test-Caller";

    private readonly WebApplication _application;

    private RestServer(WebApplication application)
    {
        _application = application;
        Address = new Uri(application.Urls.Single());
        Client = new RestClient(Address);
    }

    public Uri Address { get; }

    /// <summary>Whether the host says that it takes requests on.</summary>
    public bool IsReady { get; set; } = true;

    public RestClient Client { get; }

    public IServiceProvider Services => _application.Services;

    public FakeTasks Tasks => Service<FakeTasks>();

    public FakeExports Exports => Service<FakeExports>();

    public InMemoryTaskStore TaskStore => Service<InMemoryTaskStore>();

    public IBlobStore Blobs => Service<IBlobStore>();

    public FixedTime Time => Service<FixedTime>();

    public IReadOnlyList<RouteEndpoint> Endpoints => [.. Service<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];

    public static async Task<RestServer> StartAsync(Action<IServiceCollection>? configure = null, Action<IEndpointRouteBuilder>? map = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        Register(builder.Services);
        configure?.Invoke(builder.Services);
        RestServer? server = null;
        builder.Services.AddHealthChecks().AddCheck("test", () => server!.IsReady ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy(), [HostPages.ReadyTag]);
        var built = builder.Build();
        built.UseRestApi();
        built.Use(AdmitAsync);
        built.MapHostPages();
        built.MapOpenApiPage();
        var api = built.MapRestApi();
        Map(api);
        map?.Invoke(api);
        await built.StartAsync();
        server = new RestServer(built);
        server.Client.Document = new ApiDocument(OpenApiDocument.Of(server.Endpoints));
        return server;
    }

    public T Service<T>()
        where T : notnull => _application.Services.GetRequiredService<T>();

    /// <summary>Everything that requests can have stored, as text.</summary>
    public async Task<string> StoredAsync()
    {
        var tasks = await TaskStore.ListAsync(new(), 10_000, cursor: null);
        var blobs = await Blobs.ListAsync("");
        var counts = await Service<InMemoryIdempotencyStore>().PurgeAsync(DateTimeOffset.MaxValue);
        return JsonSerializer.Serialize(new { tasks, blobs, exports = Exports.All, answersUnderKeys = counts });
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _application.DisposeAsync();
    }

    private static void Register(IServiceCollection services)
    {
        services
            .AddSingleton<FixedTime>().AddSingleton<TimeProvider>(all => all.GetRequiredService<FixedTime>())
            .AddSingleton<InMemoryTaskStore>().AddSingleton<ITaskStore>(all => all.GetRequiredService<InMemoryTaskStore>())
            .AddSingleton<InMemoryOrderStore>().AddSingleton<IOrderStore>(all => all.GetRequiredService<InMemoryOrderStore>())
            .AddSingleton<InMemoryTransactionStore>().AddSingleton<ITransactionStore>(all => all.GetRequiredService<InMemoryTransactionStore>())
            .AddSingleton<InMemoryIdempotencyStore>().AddSingleton<IIdempotencyStore>(all => all.GetRequiredService<InMemoryIdempotencyStore>())
            .AddSingleton<IBlobStore>(all => new InMemoryBlobStore(all.GetRequiredService<TimeProvider>()))
            .AddSingleton<FakeTasks>().AddSingleton<ITaskService>(all => all.GetRequiredService<FakeTasks>())
            .AddSingleton<FakeExports>().AddSingleton<IExportService>(all => all.GetRequiredService<FakeExports>())
            .AddHostPages()
            .AddRestApi()
            .AddTasksApi();
    }

    private static void Map(IEndpointRouteBuilder api) => api.MapTasksApi();

    /// <summary>What the access middleware does, as far as endpoints can tell.</summary>
    private static Task AdmitAsync(HttpContext context, RequestDelegate next)
    {
        var rule = context.GetEndpoint()?.Metadata.GetMetadata<AccessRule>();
        if (context.Request.Headers[CallerHeader].ToString().Split(':') is [var name, var roles])
        {
            context.Features.Set(new Caller(name, Enum.Parse<Roles>(roles), "test"));
        }

        return rule switch
        {
            null or { IsPublic: true } => next(context),
            _ when context.Features.Get<Caller>() is null => throw new ProblemException(401, "unauthenticated", "Expected credentials, found none."),
            { AnyOf: not Roles.None } when !context.Caller().Has(rule.AnyOf) => throw new ProblemException(403, "forbidden", $"Expected one of the roles {rule.AnyOf}."),
            _ => next(context),
        };
    }
}
