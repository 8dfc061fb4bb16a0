using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TaskOrchestration.Orchestrations.Resources.Mocks;
using TaskOrchestration.Orchestrations.Resources.Services;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources;

/// <summary>Registers what tasks may name.</summary>
public static class TaskRoutingServices
{
    /// <summary>Adds the <see cref="ITaskRouter"/> over all registered functions and service integrations, and over the test cases of a registered <see cref="MockConfiguration"/>.</summary>
    public static IServiceCollection AddTaskRouting(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(provider => new TaskHandlers(provider.GetServices<TaskHandlerRegistration>()));
        services.TryAddSingleton<FunctionCalls>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IServiceIntegration, LambdaInvoke>());
        services.TryAddSingleton(MockConfiguration.None);
        services.TryAddSingleton<ITaskRouter>(provider => new TestCaseRouter(provider.GetRequiredService<MockConfiguration>(), Router(provider)));
        return services;
    }

    /// <summary>Adds a function as a delegate. Of functions with one name the last added counts.</summary>
    public static IServiceCollection AddTaskHandler(
        this IServiceCollection services, string name, Func<TaskInvocation, CancellationToken, ValueTask<Json>> handler) =>
        services.AddTaskHandler(name, new DelegateTaskHandler(handler));

    /// <summary>Adds a function as an instance. Of functions with one name the last added counts.</summary>
    public static IServiceCollection AddTaskHandler(this IServiceCollection services, string name, ITaskHandler handler) =>
        services.AddSingleton(new TaskHandlerRegistration(name, handler));

    /// <summary>Adds a function as an instance that is made from other services, once. Of functions with one name the last added counts.</summary>
    public static IServiceCollection AddTaskHandler(this IServiceCollection services, string name, Func<IServiceProvider, ITaskHandler> create) =>
        services.AddSingleton(provider => new TaskHandlerRegistration(name, create(provider)));

    /// <summary>Adds a function as a type: each invocation gets an instance in a scope of its own. Of functions with one name the last added counts.</summary>
    public static IServiceCollection AddTaskHandler<THandler>(this IServiceCollection services, string name)
        where THandler : class, ITaskHandler
    {
        services.TryAddScoped<THandler>();
        return services.AddTaskHandler(name, provider => new ScopedTaskHandler<THandler>(provider.GetRequiredService<IServiceScopeFactory>()));
    }

    /// <summary>Adds the functions that a section of the configuration gives URLs to, in the place of functions added before under these names.</summary>
    /// <exception cref="InvalidOperationException">A setting is missing or wrong; the message names it.</exception>
    public static IServiceCollection AddHttpFunctions(this IServiceCollection services, IConfigurationSection section)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<HttpFunctionClient>();
        foreach (var (name, function) in HttpFunctionSettings.Read(section))
        {
            services.AddTaskHandler(name, provider => new HttpTaskHandler(
                provider.GetRequiredService<HttpFunctionClient>().Client, function, provider.GetRequiredService<TimeProvider>()));
        }

        return services;
    }

    private static TaskRouter Router(IServiceProvider provider) => new(
        provider.GetRequiredService<FunctionCalls>(),
        [
            .. provider.GetServices<IServiceAction>().SelectMany(action => ServiceIntegration.Of(action, provider.GetService<TimeProvider>() ?? TimeProvider.System)),
            .. provider.GetServices<IServiceIntegration>(),
        ],
        provider.GetServices<IServiceFamily>());
}
