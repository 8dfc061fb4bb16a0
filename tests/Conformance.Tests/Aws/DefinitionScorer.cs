using TaskOrchestration.Conformance.Tests.Comparing;
using TaskOrchestration.Conformance.Tests.Corpora;
using TaskOrchestration.Conformance.Tests.Driving;
using TaskOrchestration.Conformance.Tests.Scoring;
using TaskOrchestration.Conformance.Tests.Serving;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Aws;

/// <summary>The one call with which a definition was refused or validated.</summary>
public static class DefinitionScorer
{
    /// <summary>Makes the call and compares.</summary>
    public static Verdict Score(JsonObject body)
    {
        var filled = Placeholders.Fill(body, Births.Moment);
        var call = filled.Items("calls")[0];
        using var server = new InProcessServer(filled);
        var parameters = (call.Object("params") ?? JsonObject.Empty).With("definition", Json.Of(RunScorer.DefinitionText(filled)));
        var answer = server.Api.CallAsync(call.Text("call")!, parameters).GetAwaiter().GetResult();
        return Verdict.From(AnswerComparison.Compare(filled, filled.Object("expect")!, answer));
    }
}
