using TaskOrchestration.StatesLanguage.Expressions.Jsonata;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Tests.Expressions.Jsonata.Functions;

/// <summary>A world in which it is always the same moment, and chance has been told what to say.</summary>
internal sealed class FixedScope(params double[] chances) : IJsonataScope
{
    public static readonly DateTimeOffset Moment = new(2026, 1, 2, 3, 4, 5, 678, TimeSpan.Zero);

    public static readonly Guid Uuid = new("0f8fad5b-d9cb-469f-a165-70867728950e");

    private int next;

    public DateTimeOffset Now => Moment;

    public JsonataLimits Limits { get; init; } = JsonataLimits.Default;

    public bool TryGetVariable(string name, out Json? value)
    {
        value = null;
        return false;
    }

    public double NextDouble() => chances[next++ % chances.Length];

    public Guid NextUuid() => Uuid;
}
