using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TaskOrchestration.Api.Access.Sessions;
using TaskOrchestration.Api.Hosting;
using TaskOrchestration.Cli.Client;
using TaskOrchestration.Cli.Telemetry;
using TaskOrchestration.Domain.Access;
using TaskOrchestration.Orchestrations.Activities;
using TaskOrchestration.Orchestrations.Access;
using TaskOrchestration.Orchestrations.Blobs;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Engine;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Schedules;
using TaskOrchestration.Orchestrations.StatusEvents;
using TaskOrchestration.Orchestrations.Telemetry;
using TaskOrchestration.Orchestrations.Time;
using TaskOrchestration.Orchestrations.Workflows;

namespace TaskOrchestration.Cli.Serving;

/// <summary>The local host: the embedded engine over a data folder, the steps of the seed workflows, and the API in front of both.</summary>
public sealed class LocalServer : IAsyncDisposable
{
    private const string Role = "arn:aws:iam::123456789012:role/taskorch";

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

    /// <summary>A new address that opens the console signed in as an admin: once, and within ten minutes.</summary>
    public Uri SignInLink() => new(Address, _app.Services.GetRequiredService<SignInLinks>().Make());

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
            var builder = LocalServices.Builder(options, folder);
            builder.Services.AddSingleton(_ => engine!.Executions);
            builder.Services.AddSingleton(_ => engine!.Catalog);
            builder.Services.AddSingleton(_ => engine!.MapRuns);
            builder.Services.AddSingleton(_ => engine!.Activities);
            builder.Services.AddSingleton(_ => engine!.ActivityTasks);
            builder.Services.AddSingleton(_ => engine!.FactSource);
            builder.Services.AddSingleton(_ => engine!.StatusOutbox);
            builder.Services.AddHealthChecks().AddCheck("engine", () => engine!.Completion.IsCompleted ? HealthCheckResult.Unhealthy() : HealthCheckResult.Healthy(), [HostPages.ReadyTag]);
            app = builder.Build();
            var measuring = Observation.BeginAsync(app.Services);
            engine = await EmbeddedEngine.OpenAsync(
                folder,
                Observation.Router(app.Services),
                OptionsOf(app.Services),
                app.Services.GetRequiredService<TimeProvider>(),
                app.Services.GetRequiredService<ILogger<EmbeddedEngine>>());
            await SeedWorkflows.RegisterAsync(engine.Catalog, Role, cancellationToken);
            TellOf(engine, app.Services);
            var firstKey = options.Anonymous ? null : await FirstKeys.MakeAsync(app.Services, cancellationToken);
            LocalRoutes.Map(app, options);
            await measuring;
            await ListenAsync(app, options, cancellationToken);
            return new LocalServer(folder, app, engine, firstKey);
        }
        catch
        {
            // What runs in the background then ends as it does when the server stops; otherwise the host would call it a crash.
            app?.Lifetime.StopApplication();
            app?.Services.GetRequiredService<OpenedEngine>().Set(engine);
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

    private static EngineOptions OptionsOf(IServiceProvider services) => new()
    {
        Quotas = services.GetRequiredService<AccountQuotas>(),
        Activities = services.GetRequiredService<ActivityOptions>(),
        Observers = Observation.Observers(services),
        StatusSubscriptions = services.GetRequiredService<StatusSubscriptions>(),
        Blobs = services.GetRequiredService<IBlobStore>(),
    };

    /// <summary>Hands the engine to those who had to be there before it.</summary>
    private static void TellOf(EmbeddedEngine engine, IServiceProvider services)
    {
        services.GetRequiredService<OpenedEngine>().Set(engine);
        services.GetRequiredService<LateExecutions>().Open(engine.Executions, engine.MapRuns);
        if (services.GetService<MovableClock>() is { } clock)
        {
            clock.Add(services.GetRequiredService<SchedulerLoop>());
            clock.Add(engine.ClockFollower);
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
        catch (Exception e) when (SocketErrorIn(e) is SocketError.AddressNotAvailable)
        {
            throw new IOException($"This machine does not have the address {options.Host}. Choose another with --host ADDRESS.", e);
        }
        catch (Exception e) when (SocketErrorIn(e) is SocketError.AccessDenied)
        {
            throw new IOException($"This user may not listen on port {options.Port}: the system keeps the low ones to itself. Choose another with --port N.", e);
        }
    }

    /// <summary>Some of these the web server hands on as they are, others it wraps.</summary>
    private static SocketError? SocketErrorIn(Exception e) => ((e as SocketException) ?? (e.InnerException as SocketException))?.SocketErrorCode;

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
