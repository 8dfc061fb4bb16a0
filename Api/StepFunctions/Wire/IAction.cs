using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.StepFunctions.Wire;

/// <summary>One action of the service.</summary>
public interface IAction
{
    /// <summary>AWS's name for it, for example <c>StartExecution</c>.</summary>
    string Name { get; }

    /// <summary>Does what the request asks for.</summary>
    /// <exception cref="AwsException">The request cannot be met; the client is told why.</exception>
    ValueTask<JsonObject> AnswerAsync(JsonObject request, CancellationToken cancellationToken);
}
