namespace TaskOrchestration.Orchestrations.Catalog;

/// <summary>A version of a machine: a revision under a number that stays, whatever becomes of the machine's definition.</summary>
public sealed record MachineVersion
{
    /// <summary>The number: 1 for the first, and never given again.</summary>
    public required int Number { get; init; }

    /// <summary>The number of its revision in the store of machines (<see cref="StateMachineRecord.Revision"/>).</summary>
    public required long Revision { get; init; }

    /// <summary>What its publisher said about it, or null.</summary>
    public string? Description { get; init; }

    /// <summary>When it was published.</summary>
    public required DateTimeOffset CreationDate { get; init; }
}
