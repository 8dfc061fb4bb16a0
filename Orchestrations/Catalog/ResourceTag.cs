namespace TaskOrchestration.Orchestrations.Catalog;

/// <summary>A tag of a resource.</summary>
public sealed record ResourceTag(string Key, string Value);
