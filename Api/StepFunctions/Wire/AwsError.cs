using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.StepFunctions.Wire;

/// <summary>An error in AWS's terms: what a client switches on, what a person reads, and the HTTP status.</summary>
/// <remarks>
/// The code goes out bare, as newer AWS protocols have it. Older services put a namespace and <c>#</c> before it, which every
/// client strips.
/// </remarks>
public sealed record AwsError(string Code, string Message, int Status = 400)
{
    /// <summary>The body of the answer.</summary>
    public JsonObject ToJson() => JsonObject.Of(("__type", Json.Of(Code)), ("message", Json.Of(Message)));
}
