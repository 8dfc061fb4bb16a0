using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Functions.Storage.MapRuns;

/// <summary>A failure as JSON text: any error and any cause come back as they were.</summary>
internal static class FailureText
{
    public static string Write(Failure failure) => new JsonObjectBuilder(2)
        .SetIfPresent("error", failure.Error is { } error ? Json.Of(error) : null)
        .SetIfPresent("cause", failure.Cause is { } cause ? Json.Of(cause) : null)
        .Build()
        .ToString();

    public static Failure Read(string text)
    {
        var failure = (JsonObject)Json.Parse(text);
        return new Failure((failure["error"] as JsonString)?.Value, (failure["cause"] as JsonString)?.Value);
    }
}
