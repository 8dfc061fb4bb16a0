using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Stores;
using TaskOrchestration.Orchestrations.Tasks;

namespace TaskOrchestration.Orchestrations.Schedules;

/// <summary>Registers schedules, and the loop that runs them.</summary>
public static class ScheduleServices
{
    /// <summary>
    /// Adds <see cref="ScheduleService"/> and <see cref="ScheduleRunner"/>, which somebody has to call (<see cref="AddScheduler"/>). Schedules are kept in the
    /// <see cref="TaskDatabase"/> unless another store is registered.
    /// </summary>
    /// <param name="services">Where to; they need a <see cref="TimeProvider"/>, the executions and the catalog.</param>
    /// <param name="section">The schedules of the settings.</param>
    /// <exception cref="InvalidDataException">The settings are wrong.</exception>
    public static IServiceCollection AddSchedules(this IServiceCollection services, IConfiguration section)
    {
        var options = new ScheduleOptions { Configured = ConfiguredSchedules.Read(section) };
        services.TryAddSingleton<IScheduleStore, SqliteScheduleStore>();
        return services
            .AddSingleton(options)
            .AddSingleton<ScheduleBell>()
            .AddSingleton<IFiringTarget>(provider => new WorkflowTarget(
                provider.GetRequiredService<IExecutionService>(), provider.GetRequiredService<StateMachineCatalog>(), provider.GetService<ITaskService>()))
            .AddSingleton<FiringLauncher>()
            .AddSingleton<ScheduleRunner>()
            .AddSingleton<ScheduleService>();
    }

    /// <summary>Runs schedules to the second while the host runs. Not for a host that is one of many, or is not always there.</summary>
    public static IServiceCollection AddScheduler(this IServiceCollection services) => services
        .AddSingleton<SchedulerLoop>()
        .AddHostedService(provider => provider.GetRequiredService<SchedulerLoop>());
}
