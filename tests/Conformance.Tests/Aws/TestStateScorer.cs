using TaskOrchestration.Conformance.Tests.Comparing;
using TaskOrchestration.Conformance.Tests.Corpora;
using TaskOrchestration.Conformance.Tests.Driving;
using TaskOrchestration.Conformance.Tests.Scoring;
using TaskOrchestration.Conformance.Tests.Serving;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Aws;

/// <summary>The one call with which a state was tested by itself.</summary>
public static class TestStateScorer
{
    /// <summary>Makes the call and compares.</summary>
    public static Verdict Score(JsonObject body) => ScoreAsync(body).GetAwaiter().GetResult();

    private static async Task<Verdict> ScoreAsync(JsonObject body)
    {
        var filled = Placeholders.Fill(body, Births.Moment);
        var call = filled.Items("calls")[0];
        await using var server = await InProcessServer.OpenAsync(filled);
        var answer = await server.Api.CallAsync(call.Text("call")!, Parameters(filled, call));
        return Verdict.From(AnswerComparison.Compare(filled, filled.Object("expect"), answer));
    }

    private static JsonObject Parameters(JsonObject filled, Json call)
    {
        var parameters = (call.Object("params") ?? JsonObject.Empty).With("definition", Json.Of(RunScorer.DefinitionText(filled)));
        return Input(filled) is { } input ? parameters.With("input", Json.Of(input)) : parameters;
    }

    private static string? Input(JsonObject filled) =>
        filled.Text("input_text") ?? (filled["input"] is { } input and not JsonNull ? input.ToString() : null);
}
