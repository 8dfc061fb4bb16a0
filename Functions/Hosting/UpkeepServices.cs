using Microsoft.Extensions.DependencyInjection;

namespace TaskOrchestration.Functions.Hosting;

/// <summary>Registers what is looked after by the clock.</summary>
public static class UpkeepServices
{
    /// <summary>Adds a part. Parts have their turns in the order in which they are added.</summary>
    public static IServiceCollection AddUpkeep(
        this IServiceCollection services, string name, Func<IServiceProvider, Func<DateTimeOffset, CancellationToken, ValueTask>> part) =>
        services.AddSingleton(provider => new UpkeepPart(name, (now, cancellationToken) => part(provider)(now, cancellationToken)));
}
