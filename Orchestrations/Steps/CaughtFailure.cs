using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Steps;

/// <summary>An error as a Catch hands it on, in words.</summary>
/// <param name="Error">The error's name. A failure without one (a callback may leave it out) is a <c>States.TaskFailed</c>.</param>
/// <param name="Cause">What happened: the message, where the cause is the JSON that a function's error has.</param>
internal sealed record CaughtFailure(string Error, string Cause)
{
    public static CaughtFailure Read(InputFields envelope)
    {
        var failure = envelope.Leniently().Object("failure");
        var error = failure?.Text("Error") is { Length: > 0 } name ? name : Failure.TaskFailed;
        return new CaughtFailure(error, failure?.Text("Cause") is { Length: > 0 } cause ? InWords(cause) : $"{error} came without a cause.");
    }

    private static string InWords(string cause)
    {
        if (cause[0] != '{')
        {
            return cause;
        }

        try
        {
            return Json.Parse(cause) is JsonObject error && error["errorMessage"] is JsonString { Value.Length: > 0 } message ? message.Value : cause;
        }
        catch (JsonSyntaxException)
        {
            // A cause may begin like JSON and be none; then it is the words themselves.
            return cause;
        }
    }
}
