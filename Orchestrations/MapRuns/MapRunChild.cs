using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.MapRuns;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.MapRuns;

/// <summary>A child of a Map Run on record.</summary>
public sealed record MapRunChild
{
    /// <summary>Its number, from 0.</summary>
    public required long Index { get; init; }

    /// <summary>What it gets.</summary>
    public required Json Input { get; init; }

    /// <summary>How many items are in that.</summary>
    public required int ItemCount { get; init; }

    /// <summary>Whether a redrive takes it up again, and it has not ended since.</summary>
    public bool IsToRedrive { get; init; }

    /// <summary>How it ended, or null if it has not: it runs, or is to come.</summary>
    public ChildEnd? End { get; init; }

    /// <summary>How often it had been redriven when it last ended.</summary>
    public int RedriveCount { get; init; }

    /// <summary>A child that is planned.</summary>
    public static MapRunChild Planned(ChildInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return new MapRunChild { Index = input.Index, Input = input.Input, ItemCount = input.ItemCount };
    }

    /// <summary>The same after it ended.</summary>
    public MapRunChild Ended(ChildEnd end)
    {
        ArgumentNullException.ThrowIfNull(end);
        return this with { End = end, IsToRedrive = false, RedriveCount = end.RedriveCount };
    }

    /// <summary>The same after a redrive of the Map Run began.</summary>
    public MapRunChild Redriven() => End is { Status: ExecutionStatus.Succeeded } ? this : this with { End = null, IsToRedrive = true };
}
