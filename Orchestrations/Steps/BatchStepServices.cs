using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TaskOrchestration.Domain.Settlements;
using TaskOrchestration.Domain.Steps;
using TaskOrchestration.Orchestrations.Blobs;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Steps;

/// <summary>Registers the functions that SettlementBatch and RetentionSweep name, and their settings.</summary>
public static class BatchStepServices
{
    /// <summary>Takes the settings of the simulated outside world and of the nightly batches from a configuration.</summary>
    /// <exception cref="InvalidOperationException">A setting is wrong; the message names it.</exception>
    public static IServiceCollection AddBusinessSettings(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return services
            .AddSingleton(SimulatorSettings.Read(configuration.GetSection("Simulator")))
            .AddSingleton(BatchSettings.ReadSettlements(configuration.GetSection("Settlements")))
            .AddSingleton(BatchSettings.ReadRetention(configuration.GetSection("Retention")));
    }

    internal static IServiceCollection AddSettlementSteps(this IServiceCollection services)
    {
        services.TryAddSingleton(new SettlementOptions());
        services.TryAddSingleton<SettlementReporting>();
        return services
            .AddLateStep<SettlementPlanning, SettlementRequest, Settlement>(
                StepNames.PlanSettlement, SettlementInput.ReadPlan, (_, planned) => SettlementOutput.WritePlan(planned))
            .AddLateStep<PageSettlement, PageReference, SettledPage>(
                StepNames.SettlePage, SettlementInput.ReadPage, (_, settled) => SettlementOutput.WritePage(settled))
            .AddLateStep<SettlementReportFiling, ReportRequest, SettlementSummary>(
                StepNames.ReportSettlement, SettlementInput.ReadReport, (_, summary) => SettlementOutput.WriteSummary(summary));
    }

    internal static IServiceCollection AddRetentionSteps(this IServiceCollection services)
    {
        services.TryAddSingleton(new RetentionOptions());
        return services
            .AddSingleton<IPurge, TaskPurge>()
            .AddBlobPurge("attachments", OwnFolders.Tasks, options => options.Attachments)
            .AddBlobPurge("exports", OwnFolders.Exports, options => options.Exports)
            .AddBlobPurge("reports", OwnFolders.Reports, options => options.Reports)
            .AddBlobPurge("logs", OwnFolders.Logs, options => options.Logs)
            .AddSingleton<IPurge, IdempotencyKeyPurge>()
            .AddLateHandler(StepNames.PlanRetention, provider => new RetentionPlanHandler(provider.GetServices<IPurge>(), provider.GetRequiredService<TimeProvider>()))
            .AddLateHandler(StepNames.Purge, provider => new PurgeHandler(provider.GetServices<IPurge>()));
    }

    private static IServiceCollection AddLateStep<TStep, TRequest, TResult>(
        this IServiceCollection services, string name, Func<Json, TRequest> read, Func<TRequest, TResult, Json> write)
        where TStep : class, IStep<TRequest, TResult>
    {
        services.TryAddSingleton<TStep>();
        return services.AddLateHandler(name, provider => new StepHandler<TRequest, TResult>(
            provider.GetRequiredService<TStep>(), read, write, provider.GetRequiredService<TimeProvider>()));
    }

    /// <summary>Made when it is first asked: batches run at night, and a host that has no blobs can still run the other workflows.</summary>
    private static IServiceCollection AddLateHandler(this IServiceCollection services, string name, Func<IServiceProvider, ITaskHandler> create) =>
        services.AddTaskHandler(name, provider =>
        {
            var handler = new Lazy<ITaskHandler>(() => create(provider));
            return new DelegateTaskHandler((invocation, cancellationToken) => handler.Value.InvokeAsync(invocation, cancellationToken));
        });

    private static IServiceCollection AddBlobPurge(
        this IServiceCollection services, string kind, string folder, Func<RetentionOptions, TimeSpan?> keeps) =>
        services.AddSingleton<IPurge>(provider => new BlobPurge(
            kind, folder, keeps(provider.GetRequiredService<RetentionOptions>()), provider.GetRequiredService<IBlobStore>()));
}
