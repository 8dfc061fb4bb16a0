using TaskOrchestration.StatesLanguage.Expressions.Jsonata;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Tests.Expressions.Jsonata;

/// <summary>Variables written as JSON, a moment that does not pass, and chance that is none.</summary>
internal sealed class WorldOfTest(string variables = "{}", JsonataLimits? limits = null) : IJsonataScope
{
    private readonly JsonObject variables = (JsonObject)Json.Parse(variables);

    public DateTimeOffset Now { get; } = new(2024, 5, 6, 7, 8, 9, TimeSpan.Zero);

    public JsonataLimits Limits { get; } = limits ?? JsonataLimits.Default;

    public bool TryGetVariable(string name, out Json? value)
    {
        value = variables[name];
        return value is not null;
    }

    public double NextDouble() => 0.5;

    public Guid NextUuid() => Guid.Parse("3f2504e0-4f89-41d3-9a0c-0305e82c3301");
}
