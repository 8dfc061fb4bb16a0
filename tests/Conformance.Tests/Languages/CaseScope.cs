using TaskOrchestration.StatesLanguage.Expressions.Jsonata;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Languages;

/// <summary>What an expression of a case sees: the case's bindings, and a world in which it is always the same moment.</summary>
public sealed class CaseScope(JsonObject? bindings, JsonataLimits limits) : IJsonataScope
{
    private readonly Random random = new(1);

    /// <inheritdoc/>
    public DateTimeOffset Now { get; } = new(2024, 5, 6, 7, 8, 9, 10, TimeSpan.Zero);

    /// <inheritdoc/>
    public JsonataLimits Limits { get; } = limits;

    /// <inheritdoc/>
    public bool TryGetVariable(string name, out Json? value)
    {
        value = bindings?[name];
        return value is not null;
    }

    /// <inheritdoc/>
    public double NextDouble() => random.NextDouble();

    /// <inheritdoc/>
    public Guid NextUuid() => Guid.Parse("3f2504e0-4f89-41d3-9a0c-0305e82c3301");
}
