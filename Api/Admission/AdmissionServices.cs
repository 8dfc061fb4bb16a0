using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace TaskOrchestration.Api.Admission;

/// <summary>Puts admission control into a host.</summary>
public static class AdmissionServices
{
    /// <summary>Registers what it needs.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">The settings, with the section <c>Admission</c>.</param>
    /// <exception cref="InvalidDataException">The settings are wrong.</exception>
    public static IServiceCollection AddAdmission(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        return services.AddSingleton(new Places(AdmissionOptions.Of(configuration)));
    }

    /// <summary>Turns away what is too much. Comes before access control: nobody is asked who they are for being told to come back later.</summary>
    public static IApplicationBuilder UseAdmission(this IApplicationBuilder application) => application.UseMiddleware<AdmissionMiddleware>();
}
