namespace TaskOrchestration.Orchestrations.Catalog;

/// <summary>One of the versions that an alias leads to.</summary>
/// <param name="Version">The number of the version.</param>
/// <param name="Weight">How many of a hundred starts go to it.</param>
public sealed record AliasRoute(int Version, int Weight);
