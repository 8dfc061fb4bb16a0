using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources.Services;

/// <summary>The failure of a task that cannot be begun with the parameters it was given. Nothing catches it, as on AWS.</summary>
internal static class Unstartable
{
    public static Failure For(JsonObject parameters, string problem) =>
        new(Failure.Runtime, $"The Parameters '{parameters}' could not be used to start the Task: [{problem}]");
}
