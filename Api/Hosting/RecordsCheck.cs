using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using TaskOrchestration.Domain.Failures;
using TaskOrchestration.Domain.Ports;

namespace TaskOrchestration.Api.Hosting;

/// <summary>Whether the records of the business can be read.</summary>
internal sealed class RecordsCheck(IServiceProvider services) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            if (services.GetService<ITaskStore>() is { } tasks)
            {
                await tasks.FindAsync("none", cancellationToken);
            }

            return HealthCheckResult.Healthy();
        }
        catch (Exception e) when (e is TransientFailureException or IOException or InvalidDataException)
        {
            return HealthCheckResult.Unhealthy("The records cannot be read.", e);
        }
    }
}
