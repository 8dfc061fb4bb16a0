using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Corpora;

/// <summary>One line of a corpus.</summary>
/// <param name="Corpus">The folder it came from: <c>aws</c>, <c>jsonpath</c>, …</param>
/// <param name="Id">Its name, unique in the corpus.</param>
/// <param name="Body">The line itself.</param>
public sealed record Case(string Corpus, string Id, JsonObject Body);
