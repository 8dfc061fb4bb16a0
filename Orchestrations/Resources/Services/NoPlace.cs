using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Orchestrations.Resources.Services;

/// <summary>The failure of a task whose service has nowhere to keep what it is given, on a host that was not set up for it.</summary>
internal static class NoPlace
{
    public static TaskFailureException For(string what) => new(new Failure(
        TaskRouter.UnsupportedResource,
        $"This host has no place to keep {what}. The local host keeps them in its data folder; elsewhere, register a handler for the resource "
        + "(services.AddTaskHandler, or Integrations in the configuration)."));
}
