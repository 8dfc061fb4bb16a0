using System.Diagnostics;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.Orchestrations.Resources;

/// <inheritdoc cref="ITaskRouter"/>
public sealed class TaskRouter : ITaskRouter
{
    /// <summary>The error of a task whose resource nothing here can serve.</summary>
    public const string UnsupportedResource = "UnsupportedResource";

    private readonly FunctionCalls functions;
    private readonly Dictionary<(string Service, string Action), IServiceIntegration> integrations;
    private readonly Dictionary<string, IServiceFamily> families;

    /// <summary>A router over these functions, reached by ARN, by name and by <c>lambda:invoke</c>.</summary>
    public TaskRouter(TaskHandlers handlers)
        : this(new FunctionCalls(handlers))
    {
    }

    /// <summary>A router over these functions and services. Of services with one name the last counts.</summary>
    public TaskRouter(FunctionCalls functions, IEnumerable<IServiceIntegration> integrations, IEnumerable<IServiceFamily>? families = null)
    {
        ArgumentNullException.ThrowIfNull(functions);
        ArgumentNullException.ThrowIfNull(integrations);
        this.functions = functions;
        this.integrations = [];
        foreach (var integration in integrations)
        {
            this.integrations[(integration.Service, integration.Action)] = integration;
        }

        this.families = (families ?? []).ToDictionary(family => family.Service);
    }

    private TaskRouter(FunctionCalls functions)
        : this(functions, [new LambdaInvoke(functions)])
    {
    }

    /// <inheritdoc/>
    public ValueTask<TaskOutcome> InvokeAsync(TaskCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        return call.Request.Resource switch
        {
            TaskResource.Function function => functions.CallAsync(FunctionReference.Of(function), call, cancellationToken),
            TaskResource.Integration integration => IntegrateAsync(integration, call, cancellationToken),
            TaskResource.Activity activity => ValueTask.FromResult(Unsupported(
                $"The activity '{activity.Text}' has no workers here. Put the work into a function: Resource can be its name or a Lambda ARN.")),
            TaskResource.MapRun => ValueTask.FromResult(Unsupported(
                $"The Map '{call.Request.StateName}' has the Mode DISTRIBUTED, which this host does not run. An INLINE Map does the same work within the execution.")),
            _ => throw new UnreachableException($"Unknown kind of resource: {call.Request.Resource}."),
        };
    }

    private async ValueTask<TaskOutcome> IntegrateAsync(TaskResource.Integration resource, TaskCall call, CancellationToken cancellationToken)
    {
        try
        {
            if (await functions.TryCallForAsync(resource, call, cancellationToken) is { } handled)
            {
                return handled;
            }

            if (integrations.TryGetValue((resource.Service, resource.Action), out var integration))
            {
                return await integration.PerformAsync(resource, call, cancellationToken);
            }

            return families.TryGetValue(resource.Service, out var family) && await family.TryPerformAsync(resource, call, cancellationToken) is { } outcome
                ? outcome
                : Unsupported(resource);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return new TaskOutcome.Failed(HandlerFailure.Of(e));
        }
    }

    private TaskOutcome Unsupported(TaskResource.Integration resource)
    {
        var known = integrations.Keys.Select(key => $"{key.Service}:{key.Action}").Concat(families.Keys.Select(service => $"{service}:*")).Order(StringComparer.Ordinal);
        return Unsupported(
            $"The service integration '{resource.Text}' is not available. Available: {string.Join(", ", known)}. "
            + $"A handler for another one is added with services.AddTaskHandler(\"{resource.Service}:{resource.ActionText}\", …), or by its address in the configuration: "
            + $"Integrations:{resource.Service}:{resource.ActionText} = http://…");
    }

    private static TaskOutcome Unsupported(string cause) => new TaskOutcome.Failed(new Failure(UnsupportedResource, cause));
}
