using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TaskOrchestration.Orchestrations.Resources.Events;

namespace TaskOrchestration.Orchestrations.StatusEvents;

/// <summary>Registers status-change events.</summary>
public static class StatusEventServices
{
    /// <summary>
    /// Adds <see cref="StatusSubscriptions"/>, which the host gives to its driver, and how they are delivered. The host registers an <see cref="IStatusOutbox"/>, <see cref="EventRules"/> and
    /// <see cref="Executions.LateExecutions"/>.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="section">The settings: the section <c>StatusEvents</c>.</param>
    /// <param name="hasQueues">Whether the host keeps messages of queues. Where it does not, a subscription can only be a webhook, and rules of the event bus get nothing.</param>
    /// <exception cref="InvalidOperationException">A setting is wrong; the message names it.</exception>
    public static IServiceCollection AddStatusEvents(this IServiceCollection services, IConfigurationSection section, bool hasQueues = true)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(section);
        var own = StatusEventSettings.Subscriptions(section).ToArray();
        if (!hasQueues && Array.Find(own, one => one.Target is StatusTarget.QueueNamed) is { } wrong)
        {
            throw new InvalidOperationException($"{section.Path}:Subscriptions:{wrong.Name}:Queue: expected a Url, found a queue, and this host keeps none.");
        }

        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IQueueReceivers, LocalQueueReceivers>();
        services.TryAddSingleton<DeliveryTally>();
        return services
            .AddSingleton(StatusEventSettings.Options(section))
            .AddSingleton(provider => new StatusSubscriptions([.. own, .. hasQueues ? RuleSubscriptions.Of(provider.GetRequiredService<EventRules>().All) : []]))
            .AddSingleton(provider => new StatusReceivers(StatusReceivers.CreateClient(), provider.GetRequiredService<IQueueReceivers>(), provider.GetRequiredService<TimeProvider>()))
            .AddSingleton<StatusDeliveries>();
    }

    /// <summary>Delivers while the host runs.</summary>
    public static IServiceCollection AddStatusDeliveries(this IServiceCollection services) => services.AddHostedService(provider => provider.GetRequiredService<StatusDeliveries>());
}
