using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.Orchestrations.Resources;

/// <summary>One action of a service that a Task may name: <c>arn:aws:states:::SERVICE:ACTION</c>.</summary>
public interface IServiceIntegration
{
    /// <summary>The service, for example <c>lambda</c>.</summary>
    string Service { get; }

    /// <summary>The action, for example <c>invoke</c>.</summary>
    string Action { get; }

    /// <summary>Carries the action out.</summary>
    ValueTask<TaskOutcome> PerformAsync(TaskResource.Integration resource, TaskCall call, CancellationToken cancellationToken);
}
