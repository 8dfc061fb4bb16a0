using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TaskOrchestration.Orchestrations.Access;

namespace TaskOrchestration.Api.Listing;

/// <summary>Puts what lists need into a host.</summary>
internal static class ListingServices
{
    private const int KeyLength = 32;

    /// <summary>Registers the tokens of pages. A host that keeps no secrets at all gives out tokens that end with its process.</summary>
    public static IServiceCollection AddListing(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => new PageTokens(
            provider.GetService<SecretBox>() ?? new SecretBox(RandomNumberGenerator.GetBytes(KeyLength)), provider.GetRequiredService<TimeProvider>()));
        return services;
    }
}
