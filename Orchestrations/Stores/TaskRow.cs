using TaskOrchestration.Domain.Tasks;

namespace TaskOrchestration.Orchestrations.Stores;

/// <summary>What the tables beside <c>tasks</c> follow of a row in it.</summary>
internal sealed record TaskRow(long Row, long Version, TaskKind Kind, int Cell, string Owner, string Text)
{
    /// <summary>The words it is found by.</summary>
    public string Grams => TaskGrams.Of(Kind, Owner, Text);
}
