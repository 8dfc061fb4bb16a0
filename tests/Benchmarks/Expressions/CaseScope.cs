using TaskOrchestration.StatesLanguage.Expressions.Jsonata;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Benchmarks.Expressions;

/// <summary>What the expression of a case sees: its variables, one moment, and no surprises from chance.</summary>
internal sealed class CaseScope(JsonObject bindings) : IJsonataScope
{
    public DateTimeOffset Now { get; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public JsonataLimits Limits => JsonataLimits.Default;

    public bool TryGetVariable(string name, out Json? value) => bindings.TryGet(name, out value);

    public double NextDouble() => 0.5;

    public Guid NextUuid() => Guid.Empty;
}
