using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources.StepFunctions;

/// <summary>The actions of Step Functions itself, for tasks that call them. Whoever serves the API can do it.</summary>
public interface IStepFunctionsActions
{
    /// <summary>Calls one.</summary>
    /// <param name="action">Its name as the API has it, for example <c>SendTaskSuccess</c>.</param>
    /// <param name="parameters">Its parameters as the API has them, in camel case.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The answer as the API has it; moments are seconds since 1970. Null if there is no such action here.</returns>
    /// <exception cref="Services.ServiceException">It is refused.</exception>
    ValueTask<JsonObject?> CallAsync(string action, JsonObject parameters, CancellationToken cancellationToken);
}
