using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.StepFunctions.Wire;

/// <summary>An action that hands something over: whether the client got the answer makes a difference.</summary>
internal interface IHandingAction : IAction
{
    /// <summary>Does what the request asks for. The answer is settled when it has been written, or could not be.</summary>
    ValueTask<HandedAnswer> HandAsync(JsonObject request, CancellationToken cancellationToken);
}
