using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.Orchestrations.Catalog;

/// <summary>A name for one or two versions of a machine, between which it divides the executions that are started by it.</summary>
public sealed record MachineAlias
{
    /// <summary>The name, unique among the aliases of the machine.</summary>
    public required string Name { get; init; }

    /// <summary>What it is for, or null.</summary>
    public string? Description { get; init; }

    /// <summary>The versions. Their weights are 100 together.</summary>
    public required ValueList<AliasRoute> Routes { get; init; }

    /// <summary>When it was created.</summary>
    public required DateTimeOffset CreationDate { get; init; }

    /// <summary>When it was last changed; for a new one, when it was created.</summary>
    public required DateTimeOffset UpdateDate { get; init; }

    /// <summary>The number of the version that a start goes to.</summary>
    /// <param name="draw">A number from 0 to 99, at random.</param>
    public int VersionFor(int draw)
    {
        var first = Routes[0];
        return Routes.Count == 1 || draw < first.Weight ? first.Version : Routes[1].Version;
    }
}
