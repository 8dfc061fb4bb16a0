using TaskOrchestration.Api.StepFunctions.Wire;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.Orchestrations.Testing;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.StepFunctions.Testing;

/// <summary>The action TestState without a server: the same request, the same answer.</summary>
public static class OneState
{
    /// <summary>Tests a state.</summary>
    /// <param name="request">What the body of the request would be.</param>
    /// <param name="router">Does the work of a Task for which there is no mock.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="AwsException">The request is refused.</exception>
    public static async Task<JsonObject> TestAsync(JsonObject request, ITaskRouter router, TimeProvider time, CancellationToken cancellationToken = default)
    {
        var catalog = new StateMachineCatalog(new MemoryStateMachineStore(), new ArnScheme(), time);
        return await new TestState(new StateTrials(router, time), catalog).AnswerAsync(request, cancellationToken);
    }
}
