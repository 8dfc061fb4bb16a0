namespace Microsoft.DurableTask.Client;

/// <summary>What is purged with an orchestration.</summary>
public record PurgeInstanceOptions(bool Recursive = false);
