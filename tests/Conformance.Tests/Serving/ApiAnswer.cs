using TaskOrchestration.Conformance.Tests.Corpora;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Serving;

/// <summary>What the API answered.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The response, or the error with its <c>__type</c>.</param>
public sealed record ApiAnswer(int Status, JsonObject Body)
{
    /// <summary>Whether it is an error.</summary>
    public bool IsError => Status >= 400;

    /// <summary>An error as the corpus writes it.</summary>
    public JsonObject Error => new JsonObjectBuilder().SetIfPresent("code", Body.Text("__type")).SetIfPresent("message", Body.Text("message")).Build();
}
