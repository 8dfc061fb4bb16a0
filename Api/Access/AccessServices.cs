using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TaskOrchestration.Api.Access.Auditing;
using TaskOrchestration.Api.Access.Credentials;
using TaskOrchestration.Api.Access.Hosts;
using TaskOrchestration.Api.Access.Sessions;
using TaskOrchestration.Api.Access.Signatures;
using TaskOrchestration.Api.Access.Throttling;
using TaskOrchestration.Api.Access.Tokens;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Orchestrations.Activities;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.MapRuns;
using TaskOrchestration.Orchestrations.Telemetry;

namespace TaskOrchestration.Api.Access;

/// <summary>Puts access control into a host.</summary>
public static class AccessServices
{
    /// <summary>Registers what access control needs. The host registers where keys and the audit journal are kept.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">The settings, with the sections <c>Oidc</c>, <c>Throttling</c>, <c>Cors</c>, <c>Quotas</c> and <c>Activities</c>.</param>
    /// <param name="mode">How callers are found out.</param>
    /// <param name="allowedHosts">The names by which the server may be addressed; any, if none are given and credentials are asked for.</param>
    /// <exception cref="InvalidDataException">The settings are wrong.</exception>
    public static IServiceCollection AddAccess(this IServiceCollection services, IConfiguration configuration, AccessMode mode, params IReadOnlyList<string> allowedHosts)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        services.TryAddSingleton(TimeProvider.System);
        var oidc = configuration.Read<OidcOptions>("Oidc").Checked();
        var throttling = configuration.Read<ThrottlingOptions>("Throttling").Checked();
        var cors = configuration.Read<CorsOptions>("Cors").Checked();
        services.AddSingleton(configuration.Read<AccountQuotas>("Quotas").Checked());
        services.AddSingleton(configuration.Read<ActivityOptions>("Activities").Checked());
        return services
            .AddSingleton(provider => new Throttle(throttling, mode, provider.GetRequiredService<TimeProvider>()))
            .AddSingleton(provider => new ActionThrottle(
                throttling, provider.GetRequiredService<StateMachineCatalog>(), provider.GetRequiredService<TimeProvider>(), provider.GetService<ThrottledCalls>()))
            .AddSingleton<IdentityProvider>()
            .AddSingleton<TokenCheck>()
            .AddSingleton(new HostRules(mode, [.. allowedHosts]) { Cors = new CorsRules(cors) })
            .AddSingleton(provider => new UsedSignatures(provider.GetService<IIdempotencyStore>(), provider.GetRequiredService<TimeProvider>()))
            .AddSingleton<SignatureCheck>()
            .AddSingleton<Authentication>()
            .AddSingleton(oidc)
            .AddSingleton<EndedSessions>()
            .AddSingleton<SessionDesk>()
            .AddSingleton<SignInLinks>()
            .AddSingleton<OidcSignIn>()
            .AddSingleton<AuditedCalls>()
            .AddSingleton(provider => new TaskExecutions(provider.GetService<ITaskStore>(), provider.GetService<IExecutionService>(), provider.GetService<IMapRunService>()))
            .AddSingleton(provider => new MachineLimits(provider.GetService<StateMachineCatalog>()?.Arns ?? new ArnScheme()))
            .AddSingleton(new AccessModeSetting(mode));
    }

    /// <summary>Guards every endpoint. Comes after what gives requests an id, and before all other middleware.</summary>
    public static IApplicationBuilder UseAccess(this IApplicationBuilder application)
    {
        ArgumentNullException.ThrowIfNull(application);
        return application.UseMiddleware<AccessMiddleware>(application.ApplicationServices.GetRequiredService<AccessModeSetting>().Mode);
    }}
