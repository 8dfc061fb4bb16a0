using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Parsing.Writing;

/// <summary>What the language calls things.</summary>
internal static class Words
{
    public static Json Of(QueryLanguage language) => Json.Of(language == QueryLanguage.Jsonata ? "JSONata" : "JSONPath");
}
