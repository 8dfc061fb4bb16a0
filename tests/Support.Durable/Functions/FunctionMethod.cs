using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using TaskOrchestration.Support.Durable.Hubs;

namespace TaskOrchestration.Support.Durable.Functions;

/// <summary>A method that the Functions host would find by its attributes and call.</summary>
internal sealed class FunctionMethod(IServiceProvider services, TaskHub hub, MethodInfo method)
{
    /// <summary>The name by which it is called.</summary>
    public string Name => method.GetCustomAttribute<FunctionAttribute>()!.Name;

    /// <summary>Whether it is an orchestrator.</summary>
    public bool IsOrchestrator => Has<OrchestrationTriggerAttribute>();

    /// <summary>Whether it is an activity.</summary>
    public bool IsActivity => Has<ActivityTriggerAttribute>();

    /// <summary>The methods of an assembly that bear a function's name.</summary>
    public static IEnumerable<FunctionMethod> In(Assembly assembly, IServiceProvider services, TaskHub hub) =>
        from type in assembly.GetTypes()
        where type is { IsClass: true, ContainsGenericParameters: false }
        from method in type.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly)
        where method.IsDefined(typeof(FunctionAttribute))
        select new FunctionMethod(services, hub, method);

    /// <summary>Calls an orchestrator.</summary>
    public Task<object?> OrchestrateAsync(TaskOrchestrationContext context) => CallAsync(parameter =>
        parameter.IsDefined(typeof(OrchestrationTriggerAttribute)) ? context
        : parameter.ParameterType == typeof(FunctionContext) ? new InvocationContext(services, context.InstanceId)
        : throw Unbound(parameter));

    /// <summary>Calls an activity.</summary>
    public Task<object?> ActAsync(ActivityCall call) => CallAsync(parameter =>
        parameter.IsDefined(typeof(ActivityTriggerAttribute)) ? call.Input is null ? null : hub.Wire.Converter.Deserialize(call.Input, parameter.ParameterType)
        : parameter.IsDefined(typeof(DurableClientAttribute)) && parameter.ParameterType.IsAssignableFrom(typeof(DurableTaskClient)) ? hub.Client
        : parameter.ParameterType == typeof(FunctionContext) ? new InvocationContext(services, call.ToString())
        : parameter.ParameterType == typeof(CancellationToken) ? CancellationToken.None
        : throw Unbound(parameter));

    private async Task<object?> CallAsync(Func<ParameterInfo, object?> bind)
    {
        var target = method.IsStatic ? null : ActivatorUtilities.GetServiceOrCreateInstance(services, method.DeclaringType!);
        var returned = method.Invoke(target, BindingFlags.DoNotWrapExceptions, binder: null, [.. method.GetParameters().Select(bind)], culture: null);
        switch (returned)
        {
            case Task task:
                await task;
                return task.GetType().GetProperty(nameof(Task<object>.Result)) is { } result && method.ReturnType.IsGenericType ? result.GetValue(task) : null;
            default:
                return returned;
        }
    }

    private bool Has<TAttribute>()
        where TAttribute : Attribute => method.GetParameters().Any(parameter => parameter.IsDefined(typeof(TAttribute)));

    private InvalidOperationException Unbound(ParameterInfo parameter) =>
        new($"expected the parameter '{parameter.Name}' of {method.DeclaringType?.Name}.{method.Name} to be one that the host binds here, found {parameter.ParameterType}");
}
