using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.Orchestrations.Resources;

/// <summary>All actions of a service at once, for a service whose actions are not known one by one.</summary>
public interface IServiceFamily
{
    /// <summary>The service, for example <c>aws-sdk:sfn</c>.</summary>
    string Service { get; }

    /// <summary>Carries an action out.</summary>
    /// <returns>How it went; null if there is no such action.</returns>
    ValueTask<TaskOutcome?> TryPerformAsync(TaskResource.Integration resource, TaskCall call, CancellationToken cancellationToken);
}
