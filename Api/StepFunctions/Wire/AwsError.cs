using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.StepFunctions.Wire;

/// <summary>An error in AWS's terms: what a client switches on, what a person reads, and the HTTP status.</summary>
/// <remarks>
/// The code goes out bare, as newer AWS protocols have it. Older services put a namespace and <c>#</c> before it, which every
/// client strips.
/// </remarks>
public sealed record AwsError(string Code, string Message, int Status = 400)
{
    /// <summary>What some errors say beside it, in a word; or null.</summary>
    public string? Reason { get; init; }

    /// <summary>The resource that some errors name beside it, or null.</summary>
    public string? ResourceName { get; init; }

    /// <summary>The body of the answer.</summary>
    public JsonObject ToJson() => new JsonObjectBuilder(4)
        .Set("__type", Json.Of(Code))
        .Set("message", Json.Of(Message))
        .SetIfPresent("reason", Reason)
        .SetIfPresent("resourceName", ResourceName)
        .Build();
}
