using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TaskOrchestration.Api.Clock;
using TaskOrchestration.Api.Hosting;
using TaskOrchestration.Api.Rest;
using TaskOrchestration.Api.Schedules;
using TaskOrchestration.Api.StepFunctions;
using TaskOrchestration.Cli.Client;
using TaskOrchestration.Orchestrations.Engine;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.Orchestrations.Schedules;
using TaskOrchestration.Orchestrations.Steps;
using TaskOrchestration.Orchestrations.Stores;
using TaskOrchestration.Orchestrations.Time;
using TaskOrchestration.Orchestrations.Workflows;

namespace TaskOrchestration.Cli.Serving;

/// <summary>The local host: the embedded engine over a data folder, the steps of the seed workflows, and the API in front of both.</summary>
public sealed class LocalServer : IAsyncDisposable
{
    private const string Role = "arn:aws:iam::123456789012:role/taskorch";

    private readonly DataFolder _folder;
    private readonly WebApplication _app;
    private readonly EmbeddedEngine _engine;
    private readonly HttpClient _http = new();

    private LocalServer(DataFolder folder, WebApplication app, EmbeddedEngine engine)
    {
        _folder = folder;
        _app = app;
        _engine = engine;
        Address = new Uri(app.Urls.Single());
        Client = new StepFunctionsClient(_http, Address);
    }

    /// <summary>Where it answers.</summary>
    public Uri Address { get; }

    /// <summary>Calls it.</summary>
    public StepFunctionsClient Client { get; }

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
                new EngineOptions(),
                app.Services.GetRequiredService<TimeProvider>(),
                app.Services.GetRequiredService<ILogger<EmbeddedEngine>>());
            await SeedWorkflows.RegisterAsync(engine.Catalog, Role, cancellationToken);
            app.MapStepFunctionsApi();
            app.MapHostPages();
            var api = app.MapRestApi();
            api.MapSchedulesApi();
            FollowClock(app.Services, engine);
            if (options.HasMovableClock)
            {
                api.MapClockApi(app.Services.GetRequiredService<MovableClock>());
            }

            await ListenAsync(app, options.Port, cancellationToken);
            return new LocalServer(folder, app, engine);
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
            kestrel.Listen(IPAddress.Loopback, options.Port);
        });
        // A synchronous execution may take five minutes; whoever waits for one is given as long as a running task.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = new EngineOptions().GracePeriod);
        AddClock(builder.Services, options, folder);
        builder.Services.AddSqliteStores(folder.Path);
        builder.Services.AddBusinessSteps();
        AddHttpFunctions(builder);
        builder.Services.AddTaskRouting();
        builder.Services.AddStepFunctionsApi();
        builder.Services.AddHostPages();
        builder.Services.AddRestApi();
        builder.Services.AddSchedules(builder.Configuration.GetSection("Schedules"));
        builder.Services.AddSchedulesApi();
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

    /// <summary>A folder whose clock was moved once keeps that clock, so that its time does not go back.</summary>
    private static void AddClock(IServiceCollection services, ServerOptions options, DataFolder folder)
    {
        if (!options.HasMovableClock && !MovableClock.WasMoved(folder.Path))
        {
            services.AddSingleton(TimeProvider.System);
            return;
        }

        var clock = MovableClock.Open(folder.Path);
        services.AddSingleton<MovableClock>(_ => clock).AddSingleton<TimeProvider>(_ => clock);
    }

    private static void FollowClock(IServiceProvider services, EmbeddedEngine engine)
    {
        if (services.GetService<MovableClock>() is { } clock)
        {
            clock.Add(services.GetRequiredService<SchedulerLoop>());
            clock.Add(engine.ClockFollower);
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

    private static async Task ListenAsync(WebApplication app, int port, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            throw new IOException($"Port {port} is in use by another process. Choose another with --port N.", e);
        }
    }

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
