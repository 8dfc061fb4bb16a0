using System.Diagnostics;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
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
using TaskOrchestration.Functions.Durable;
using TaskOrchestration.Functions.Durable.Activities;
using TaskOrchestration.Functions.Executions;
using TaskOrchestration.Functions.Storage;
using TaskOrchestration.Functions.Storage.Access;
using TaskOrchestration.Functions.Storage.Alerts;
using TaskOrchestration.Functions.Storage.Blobs;
using TaskOrchestration.Functions.Storage.Business;
using TaskOrchestration.Functions.Storage.Catalog;
using TaskOrchestration.Functions.Storage.Executions;
using TaskOrchestration.Functions.Storage.MapRuns;
using TaskOrchestration.Functions.Storage.Schedules;
using TaskOrchestration.Functions.Storage.StatusEvents;
using TaskOrchestration.Functions.Storage.Tasks;
using TaskOrchestration.Functions.Storage.Workers;
using TaskOrchestration.Functions.Telemetry;
using TaskOrchestration.Functions.Triggers;
using TaskOrchestration.Orchestrations.Access;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.Orchestrations.Resources.Mocks;
using TaskOrchestration.Orchestrations.Resources.Services;
using TaskOrchestration.Orchestrations.Schedules;
using TaskOrchestration.Orchestrations.StatusEvents;
using TaskOrchestration.Orchestrations.Steps;
using TaskOrchestration.Orchestrations.Tasks;

namespace TaskOrchestration.Functions.Hosting;

/// <summary>What the app on Azure is made of: the counterpart of the local host's services.</summary>
public static class AppServices
{
    private const long RequestBodyLimit = 1024 * 1024;

    // What is younger is probably still being worked on.
    private static readonly TimeSpan UnderWay = TimeSpan.FromSeconds(30);

    /// <summary>Adds everything.</summary>
    /// <exception cref="InvalidDataException">A setting is wrong; the message says which.</exception>
    public static IHostApplicationBuilder AddTaskOrchestration(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Configuration.AddInMemoryCollection(BatchTimes.ScheduleSettings(builder.Configuration).ToList());
        try
        {
            AddHosting(builder.Services);
            AddRecords(builder.Services, builder.Configuration);
            AddBusiness(builder.Services, builder.Configuration);
            AddUpkeep(builder.Services);
            AddApi(builder.Services, builder.Configuration);
        }
        catch (InvalidOperationException e)
        {
            throw new InvalidDataException($"The settings are wrong: {e.Message}", e);
        }

        return builder;
    }

    private static void AddHosting(IServiceCollection services)
    {
        services.AddSingleton(TimeProvider.System);
        services.TryAddSingleton(new ArnScheme());
        services.AddRouting();
        // A host with a web server has these already; the product's own pipeline needs them in any host.
        services.TryAddSingleton(new DiagnosticListener("Microsoft.AspNetCore"));
        services.TryAddSingleton<DiagnosticSource>(provider => provider.GetRequiredService<DiagnosticListener>());
        services.Configure<KestrelServerOptions>(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = RequestBodyLimit;
        });
        services.AddSingleton<RequestPipeline>();
        services.AddSingleton<OrchestratorStart>();
        services.AddSingleton<FirstAdminKey>();
        services.AddSingleton<Beginning>();
        services.AddHostedService(provider => provider.GetRequiredService<Beginning>());
        services.AddHealthChecks().AddCheck<Beginning>("beginning", tags: [HostPages.ReadyTag]);
    }

    private static void AddRecords(IServiceCollection services, IConfiguration settings)
    {
        services.AddStorageAccount(settings);
        services.AddTableStores().AddTableTaskStore();
        services.AddAzureBlobs().AddAzureCatalog().AddAzureWorkers().AddAzureSchedules().AddAzureAccess().AddAzureAlerts();
        services.AddSingleton<IExecutionRecords, TableExecutionRecords>();
        services.AddSingleton<IStatusOutbox, TableStatusOutbox>();
        services.AddAzureMapRuns();
        services.AddSingleton<StateMachineCatalog>();
        SampleSecrets.RefuseOnAzure(settings);
        var masterKey = MasterKeySetting.Read(settings);
        _ = FirstAdminKey.Read(settings);
        services.AddSingleton(_ => new SecretBox(masterKey));
        services.AddSingleton<KeyRing>();
        services.AddSingleton<ApiKeys>();
    }

    private static void AddBusiness(IServiceCollection services, IConfiguration settings)
    {
        services.AddBusinessSteps();
        services.AddBusinessSettings(settings);
        services.AddHttpFunctions(settings.GetSection("Functions"));
        services.AddServiceIntegrations(settings);
        services.AddStatusEvents(settings.GetSection("StatusEvents"), hasQueues: false).AddStatusDeliveries();
        services.AddMocks(settings[MockServices.FileSetting]);
        services.AddTaskRouting();
        services.AddTaskServices(settings.GetSection("Tasks"));
        services.AddSchedules(settings.GetSection("Schedules"));
        services.AddDurableDriver().AddDurableExecutions();
        // What a task logs says which task it is about.
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<TaskPerformance>(provider, provider.ObservedRouter()));
    }

    /// <summary>What was left half done comes first: the later parts stand on it.</summary>
    private static void AddUpkeep(IServiceCollection services) => services
        .AddSingleton<Upkeep>()
        .AddUpkeep("the indexes of tasks", provider => async (_, cancellationToken) =>
            await provider.GetRequiredService<TableTaskStore>().SweepAsync(UnderWay, cancellationToken))
        .AddUpkeep("executions", provider => async (_, cancellationToken) =>
            await provider.GetRequiredService<ExecutionSweeper>().SweepAsync(cancellationToken))
        .AddUpkeep("the count of open executions", provider => async (_, cancellationToken) =>
            await provider.GetRequiredService<IExecutionRecords>().CountOpenAsync(cancellationToken))
        .AddUpkeep("tasks", provider => async (_, cancellationToken) =>
            await provider.GetRequiredService<ITaskReconciler>().ReconcileAsync(cancellationToken))
        .AddUpkeep("schedules", provider => async (now, cancellationToken) =>
            await provider.GetRequiredService<ScheduleRunner>().RunAsync(now, cancellationToken));

    private static void AddApi(IServiceCollection services, IConfiguration settings)
    {
        services.AddStepFunctionsApi();
        services.AddRestApi().AddTasksApi(settings.GetSection("Attachments"));
        services.AddSchedulesApi();
        services.AddExecutionsApi();
        services.AddStatusEventsApi();
        services.AddAdmission(settings);
        services.AddAccess(settings, AccessMode.Credentials);
        services.AddFunctionsTelemetry(settings);
        services.AddHostPages(settings);
    }
}
