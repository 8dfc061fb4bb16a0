using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Cli.Client;

/// <summary>The server refused an action.</summary>
public sealed class StepFunctionsException(string error, string message) : Exception($"{error}: {message}")
{
    /// <summary>AWS's name of the error, for example <c>ExecutionAlreadyExists</c>.</summary>
    public string Error { get; } = error;

    internal static StepFunctionsException Of(JsonObject answer)
    {
        var type = (answer["__type"] as JsonString)?.Value ?? "UnknownError";
        var message = (answer["message"] as JsonString)?.Value ?? (answer["Message"] as JsonString)?.Value ?? "";
        return new StepFunctionsException(type[(type.LastIndexOf('#') + 1)..], message);
    }
}
