using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.MapRuns;

/// <summary>Where the results of a Map Run go, worked out.</summary>
/// <param name="Resource">The resource as it was written, or null to hand the results on in the state's output.</param>
/// <param name="Arguments">Its arguments: <c>Bucket</c>, <c>Prefix</c> …</param>
/// <param name="Config">The form of the results.</param>
public sealed record ResultWriting(string? Resource, JsonObject Arguments, WriterConfig Config);
