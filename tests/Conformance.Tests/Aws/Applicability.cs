using TaskOrchestration.Conformance.Tests.Corpora;
using TaskOrchestration.Conformance.Tests.Stage;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Aws;

/// <summary>What recorded cases need that is not there yet, by what they say of themselves, never by their ids.</summary>
public static class Applicability
{
    private static readonly string[] Services = ["none", "activity", "dynamodb", "events", "s3", "sns", "sqs", "states"];

    /// <summary>What around the language is missing (a service, an API action), or null. Such a case cannot even be run.</summary>
    public static string? MissingAround(JsonObject body) =>
        body.Text("kind") is "run" ? body.Texts("needs").Where(need => !IsThere(need)).Select(need => $"service {need}").FirstOrDefault() : null;

    /// <summary>A call that set the stage for the recording and has no counterpart here, or null. Such a case can be run, and may even be met.</summary>
    public static string? MissingBefore(JsonObject body) => StageSetting.Missing(body.Items("setup"));

    private static bool IsThere(string need) => Services.Contains(need) || need.StartsWith("lambda:", StringComparison.Ordinal);
}
