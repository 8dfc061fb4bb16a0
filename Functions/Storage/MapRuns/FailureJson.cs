using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Functions.Storage.MapRuns;

/// <summary>A failure as JSON: any error and any cause come back as they were.</summary>
internal static class FailureJson
{
    public static JsonObject Write(Failure failure) => new JsonObjectBuilder(2)
        .SetIfPresent("error", failure.Error is { } error ? Json.Of(error) : null)
        .SetIfPresent("cause", failure.Cause is { } cause ? Json.Of(cause) : null)
        .Build();

    public static Failure Read(Json json) =>
        json is JsonObject failure ? new Failure(Text(failure["error"]), Text(failure["cause"])) : throw new FormatException($"expected a failure, an object, found {json}");

    private static string? Text(Json? json) => (json as JsonString)?.Value;
}
