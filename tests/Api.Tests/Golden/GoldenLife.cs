using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.Tests.Golden;

/// <summary>A definition and the facts that reached one execution of it.</summary>
internal sealed record GoldenLife(JsonObject Definition, IReadOnlyList<Fact> Journal);
