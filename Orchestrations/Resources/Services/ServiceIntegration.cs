using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources.Services;

/// <summary>An action under one of the names a Task may call it by, with that name's manner of answering and of failing.</summary>
public sealed class ServiceIntegration(IServiceAction action, bool isByHand, TimeProvider time) : IServiceIntegration
{
    private readonly AwsService service = action?.Service ?? throw new ArgumentNullException(nameof(action));

    /// <inheritdoc/>
    public string Service => isByHand ? service.Name : $"aws-sdk:{service.SdkName}";

    /// <inheritdoc/>
    public string Action => action.Name;

    /// <summary>Both names of an action, where it has two.</summary>
    public static IEnumerable<ServiceIntegration> Of(IServiceAction action, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(action);
        return action.HasOwnIntegration
            ? [new ServiceIntegration(action, isByHand: true, time), new ServiceIntegration(action, isByHand: false, time)]
            : [new ServiceIntegration(action, isByHand: false, time)];
    }

    /// <inheritdoc/>
    public async ValueTask<TaskOutcome> PerformAsync(TaskResource.Integration resource, TaskCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(resource);
        var request = new ServiceRequest(call, isByHand);
        if (resource.Pattern is IntegrationPattern.Sync or IntegrationPattern.Sync2)
        {
            return new TaskOutcome.Failed(new(
                TaskRouter.UnsupportedResource,
                $"'{resource.Text}': expected {Service}:{Action} or {Service}:{Action}.waitForTaskToken, it has no job to wait for."));
        }

        if (action.Parameters is { } known && request.Parameters.FirstOrDefault(parameter => !known.Contains(parameter.Key)) is { Key: { } unknown })
        {
            return new TaskOutcome.Failed(Unstartable.Unknown(request.Parameters, unknown));
        }

        try
        {
            var answer = Shown(await action.PerformAsync(request, cancellationToken), request);
            return resource.Pattern == IntegrationPattern.WaitForTaskToken ? new TaskOutcome.Submitted(answer) : new TaskOutcome.Succeeded(answer);
        }
        catch (ServiceException e)
        {
            return new TaskOutcome.Failed(ServiceFailure.Of(e, service, request));
        }
    }

    /// <summary>By hand, members are in alphabetical order and what went over the wire is among them.</summary>
    private JsonObject Shown(JsonObject answer, ServiceRequest request) => isByHand && service.ShowsMetadata
        ? JsonObject.Of(answer.Concat(WireMetadata.Of(answer, service, request.Attempt, time.GetUtcNow())).OrderBy(member => member.Key, StringComparer.Ordinal))
        : answer;
}
