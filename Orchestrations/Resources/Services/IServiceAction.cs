using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources.Services;

/// <summary>An action of a service of AWS, under whichever name a Task calls it.</summary>
public interface IServiceAction
{
    /// <summary>Whose action it is.</summary>
    AwsService Service { get; }

    /// <summary>Its name as resources have it, for example <c>putItem</c>.</summary>
    string Name { get; }

    /// <summary>Whether there is an integration made by hand, besides that of <c>aws-sdk</c>.</summary>
    bool HasOwnIntegration { get; }

    /// <summary>The parameters that it knows; null where none is refused for its name.</summary>
    IReadOnlyList<string>? Parameters { get; }

    /// <summary>Carries it out. What it changes in the world it changes once for one <see cref="ServiceRequest.Attempt"/>, however often it is asked.</summary>
    /// <exception cref="ServiceException">The service refuses.</exception>
    ValueTask<JsonObject> PerformAsync(ServiceRequest request, CancellationToken cancellationToken);
}
