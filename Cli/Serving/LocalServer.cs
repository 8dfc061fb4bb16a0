using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TaskOrchestration.Api.Access;
using TaskOrchestration.Api.Access.Administration;
using TaskOrchestration.Api.Hosting;
using TaskOrchestration.Api.Rest;
using TaskOrchestration.Api.Rest.OpenApi;
using TaskOrchestration.Api.StepFunctions;
using TaskOrchestration.Api.Tasks;
using TaskOrchestration.Cli.Auditing;
using TaskOrchestration.Cli.Client;
using TaskOrchestration.Domain.Access;
using TaskOrchestration.Orchestrations.Access;
using TaskOrchestration.Orchestrations.Engine;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.Orchestrations.Steps;
using TaskOrchestration.Orchestrations.Stores;
using TaskOrchestration.Orchestrations.Tasks;
using TaskOrchestration.Orchestrations.Workflows;

namespace TaskOrchestration.Cli.Serving;

/// <summary>The local host: the embedded engine over a data folder, the steps of the seed workflows, and the API in front of both.</summary>
public sealed class LocalServer : IAsyncDisposable
{
    private const string Role = "arn:aws:iam::123456789012:role/taskorch";
    private const long RequestBodyLimit = 1024 * 1024;

    private static readonly Caller Self = new("taskorch", Roles.Admin, "own");

    private readonly DataFolder _folder;
    private readonly WebApplication _app;
    private readonly EmbeddedEngine _engine;
    private readonly HttpClient _http = new();

    private LocalServer(DataFolder folder, WebApplication app, EmbeddedEngine engine, IssuedKey? firstKey)
    {
        _folder = folder;
        _app = app;
        _engine = engine;
        FirstKey = firstKey;
        Address = Reachable(new Uri(app.Urls.Single()));
        var own = app.Services.GetRequiredService<KeyRing>().Lend(Self);
        ApiKey = $"{own.Key.Id}.{own.Secret}";
        Client = new StepFunctionsClient(_http, Address, ApiKey);
    }

    /// <summary>Where it answers.</summary>
    public Uri Address { get; }

    /// <summary>Calls it, as an admin.</summary>
    public StepFunctionsClient Client { get; }

    /// <summary>What <see cref="Client"/> shows for credentials: id and secret of a key that is kept nowhere, with a dot between them.</summary>
    public string ApiKey { get; }

    /// <summary>The key that was made because there was none; nobody is told its secret a second time.</summary>
    public IssuedKey? FirstKey { get; }

    /// <summary>Everything that answers, for whoever checks that nothing was forgotten.</summary>
    public IReadOnlyList<Endpoint> Endpoints => _app.Services.GetRequiredService<EndpointDataSource>().Endpoints;

    /// <summary>What it stands on.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>The absolute path of its data folder.</summary>
    public string DataFolder => _folder.Path;

    /// <summary>How many executions were open when it started, and go on.</summary>
    public int RecoveredExecutions => _engine.RecoveredExecutions;

    /// <summary>Starts it; when this returns, it answers and the executions that were open go on.</summary>
    /// <exception cref="DataFolderInUseException">Another process has the data folder open.</exception>
    /// <exception cref="InvalidDataException">The settings in the data folder are wrong.</exception>
    /// <exception cref="IOException">The port is taken, or the data folder cannot be written.</exception>
    public static async Task<LocalServer> StartAsync(ServerOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var folder = Orchestrations.Engine.DataFolder.Open(options.DataFolder);
        WebApplication? app = null;
        EmbeddedEngine? engine = null;
        try
        {
            var builder = Builder(options, folder);
            builder.Services.AddSingleton(_ => engine!.Executions);
            builder.Services.AddSingleton(_ => engine!.Catalog);
            builder.Services.AddHealthChecks().AddCheck("engine", () => engine!.Completion.IsCompleted ? HealthCheckResult.Unhealthy() : HealthCheckResult.Healthy(), [HostPages.ReadyTag]);
            app = builder.Build();
            engine = await EmbeddedEngine.OpenAsync(
                folder,
                app.Services.GetRequiredService<ITaskRouter>(),
                new EngineOptions { Observers = [.. app.Services.GetServices<IExecutionObserver>()] },
                app.Services.GetRequiredService<TimeProvider>(),
                app.Services.GetRequiredService<ILogger<EmbeddedEngine>>());
            await SeedWorkflows.RegisterAsync(engine.Catalog, Role, cancellationToken);
            app.Services.GetRequiredService<LateExecutions>().Open(engine.Executions);
            var firstKey = options.Anonymous ? null : await FirstKeys.MakeAsync(app.Services, cancellationToken);
            app.UseRestApi();
            app.UseAccess();
            app.MapStepFunctionsApi();
            app.MapHostPages();
            app.MapOpenApiPage();
            var api = app.MapRestApi();
            api.MapTasksApi();
            api.MapAccessApi();
            await ListenAsync(app, options, cancellationToken);
            return new LocalServer(folder, app, engine, firstKey);
        }
        catch
        {
            await DisposeAsync(app, engine, folder);
            throw;
        }
    }

    /// <summary>Serves until the process is told to end, or until the engine has to give up.</summary>
    /// <exception cref="Exception">What the engine gave up for, for example a full disk.</exception>
    public async Task WaitForShutdownAsync(CancellationToken cancellationToken)
    {
        var first = await Task.WhenAny(_engine.Completion, _app.WaitForShutdownAsync(cancellationToken));
        await first;
    }

    /// <summary>Stops it: no new requests, running tasks get a grace period, all that is known is written.</summary>
    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.StopAsync();
        await _engine.StopAsync();
        await DisposeAsync(_app, _engine, _folder);
    }

    private static WebApplicationBuilder Builder(ServerOptions options, DataFolder folder)
    {
        var builder = EmptyBuilder(folder);
        builder.Configuration.AddInMemoryCollection(options.Functions.Select(function => KeyValuePair.Create($"Functions:{function.Key}", (string?)function.Value)));
        builder.Logging.ClearProviders().AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning)
            // Why it does not start is said once, by whoever started it.
            .AddFilter("Microsoft.Extensions.Hosting", LogLevel.Critical);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = RequestBodyLimit;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
            kestrel.Listen(options.Host, options.Port);
        });
        // A synchronous execution may take five minutes; whoever waits for one is given as long as a running task.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = new EngineOptions().GracePeriod);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSqliteStores(folder.Path);
        builder.Services.AddBusinessSteps();
        AddHttpFunctions(builder);
        builder.Services.AddTaskRouting();
        AddTasks(builder);
        builder.Services.AddStepFunctionsApi();
        builder.Services.AddRestApi().AddTasksApi(builder.Configuration.GetSection("Attachments"));
        builder.Services.AddAccessStores(folder.Path, builder.Configuration[AuditSettings.HeadFile]);
        builder.Services.AddAccess(builder.Configuration, options.Anonymous ? AccessMode.Anonymous : AccessMode.Credentials, options.AllowedHosts);
        builder.Services.AddHostPages();
        return builder;
    }

    /// <summary>A builder with the settings. An appsettings.json in the data folder is the place for those that are to stay.</summary>
    private static WebApplicationBuilder EmptyBuilder(DataFolder folder)
    {
        try
        {
            return WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = folder.Path, ApplicationName = "taskorch" });
        }
        catch (InvalidDataException e) when (e.InnerException is not null)
        {
            throw new InvalidDataException($"{e.Message} {e.GetBaseException().Message}", e);
        }
    }

    private static void AddTasks(WebApplicationBuilder builder)
    {
        try
        {
            builder.Services.AddTaskServices(builder.Configuration.GetSection("Tasks"));
        }
        catch (InvalidOperationException e)
        {
            throw new InvalidDataException($"The settings are wrong: {e.Message}", e);
        }
    }

    private static void AddHttpFunctions(WebApplicationBuilder builder)
    {
        try
        {
            builder.Services.AddHttpFunctions(builder.Configuration.GetSection("Functions"));
        }
        catch (InvalidOperationException e)
        {
            throw new InvalidDataException($"The settings are wrong: {e.Message}", e);
        }
    }

    private static async Task ListenAsync(WebApplication app, ServerOptions options, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            throw new IOException($"Port {options.Port} is in use by another process. Choose another with --port N.", e);
        }
        catch (IOException e) when (e.InnerException is SocketException { SocketErrorCode: SocketError.AddressNotAvailable })
        {
            throw new IOException($"This machine does not have the address {options.Host}. Choose another with --host ADDRESS.", e);
        }
    }

    /// <summary>An address to connect to, where the server listens on all that the machine has.</summary>
    private static Uri Reachable(Uri listening) => IPAddress.TryParse(listening.Host.Trim('[', ']'), out var address) && (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any))
        ? new UriBuilder(listening) { Host = address.Equals(IPAddress.Any) ? "127.0.0.1" : "[::1]" }.Uri
        : listening;

    private static async Task DisposeAsync(WebApplication? app, EmbeddedEngine? engine, DataFolder folder)
    {
        if (engine is not null)
        {
            await engine.DisposeAsync();
        }

        if (app is not null)
        {
            await app.DisposeAsync();
        }

        folder.Dispose();
    }
}
