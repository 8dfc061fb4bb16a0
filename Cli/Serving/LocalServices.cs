using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TaskOrchestration.Api.Access;
using TaskOrchestration.Api.Admission;
using TaskOrchestration.Api.Executions;
using TaskOrchestration.Api.Hosting;
using TaskOrchestration.Api.Rest;
using TaskOrchestration.Api.Schedules;
using TaskOrchestration.Api.StatusEvents;
using TaskOrchestration.Api.StepFunctions;
using TaskOrchestration.Api.Tasks;
using TaskOrchestration.Api.Telemetry;
using TaskOrchestration.Cli.Auditing;
using TaskOrchestration.Cli.Telemetry;
using TaskOrchestration.Orchestrations.Access;
using TaskOrchestration.Orchestrations.Engine;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.Orchestrations.Resources.Mocks;
using TaskOrchestration.Orchestrations.Resources.Services;
using TaskOrchestration.Orchestrations.Schedules;
using TaskOrchestration.Orchestrations.StatusEvents;
using TaskOrchestration.Orchestrations.Steps;
using TaskOrchestration.Orchestrations.Stores;
using TaskOrchestration.Orchestrations.Tasks;
using TaskOrchestration.Orchestrations.Time;

namespace TaskOrchestration.Cli.Serving;

/// <summary>What the local host is made of.</summary>
internal static class LocalServices
{
    private const long RequestBodyLimit = 1024 * 1024;

    /// <summary>Settings are read once. Whoever waits for them to change is woken by every write into the data folder beside them: each commit's.</summary>
    private const string NoReloading = "--hostBuilder:reloadConfigOnChange=false";

    /// <summary>Everything but the engine, which is opened over it.</summary>
    /// <exception cref="InvalidDataException">The settings in the data folder are wrong.</exception>
    public static WebApplicationBuilder Builder(ServerOptions options, DataFolder folder)
    {
        var builder = EmptyBuilder(folder);
        builder.Configuration.AddInMemoryCollection(options.Functions.Select(function => KeyValuePair.Create($"Functions:{function.Key}", (string?)function.Value)));
        try
        {
            AddHosting(builder, options);
            AddClock(builder.Services, options, folder);
            builder.Services.AddMocks(options.MockFile ?? builder.Configuration[MockServices.FileSetting]);
            AddBusiness(builder.Services, builder.Configuration, folder);
            AddApi(builder.Services, builder.Configuration, options, folder);
        }
        catch (InvalidOperationException e)
        {
            throw new InvalidDataException($"The settings are wrong: {e.Message}", e);
        }

        return builder;
    }

    /// <summary>A builder with the settings. An appsettings.json in the data folder is the place for those that are to stay.</summary>
    private static WebApplicationBuilder EmptyBuilder(DataFolder folder)
    {
        try
        {
            return WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = folder.Path, ApplicationName = "taskorch", Args = [NoReloading] });
        }
        catch (InvalidDataException e) when (e.InnerException is not null)
        {
            throw new InvalidDataException($"{e.Message} {e.GetBaseException().Message}", e);
        }
    }

    private static void AddHosting(WebApplicationBuilder builder, ServerOptions options)
    {
        builder.AddLogging();
        var admission = AdmissionOptions.Of(builder.Configuration);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = RequestBodyLimit;
            kestrel.Limits.MaxConcurrentConnections = admission.Connections;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
            kestrel.Listen(options.Host, options.Port);
        });
        // A synchronous execution may take five minutes; whoever waits for one is given as long as a running task.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = new EngineOptions().GracePeriod);
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

    private static void AddBusiness(IServiceCollection services, IConfiguration settings, DataFolder folder)
    {
        services.AddSqliteStores(folder.Path);
        services.AddBusinessSteps();
        services.AddBusinessSettings(settings);
        services.AddHttpFunctions(settings.GetSection("Functions"));
        services.AddServiceIntegrations(settings).AddQueueDeliveries();
        services.AddStatusEvents(settings.GetSection("StatusEvents")).AddStatusDeliveries();
        services.AddTaskRouting();
        services.AddTaskServices(settings.GetSection("Tasks")).AddTaskSweep();
        services.AddSchedules(settings.GetSection("Schedules")).AddScheduler();
    }

    private static void AddApi(IServiceCollection services, IConfiguration settings, ServerOptions options, DataFolder folder)
    {
        services.AddStepFunctionsApi();
        services.AddRestApi().AddTasksApi(settings.GetSection("Attachments"));
        services.AddSchedulesApi();
        services.AddExecutionsApi();
        services.AddStatusEventsApi();
        services.AddAdmission(settings);
        services.AddAccessStores(folder.Path, settings[AuditSettings.HeadFile]);
        services.AddAccess(settings, options.Anonymous ? AccessMode.Anonymous : AccessMode.Credentials, options.AllowedHosts);
        services.AddTelemetry(settings, folder.Path);
        services.AddHostPages(settings);
    }
}
