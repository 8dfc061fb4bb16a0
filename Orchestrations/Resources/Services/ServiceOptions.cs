namespace TaskOrchestration.Orchestrations.Resources.Services;

/// <summary>How the services here behave.</summary>
public sealed record ServiceOptions
{
    /// <summary>
    /// Whether a queue, a topic or a bucket is there as soon as it is named. Otherwise only what was configured or created exists, and the rest fails as it
    /// does on AWS. Tables always have to be configured, because of their keys.
    /// </summary>
    public bool CreatesOnFirstUse { get; init; } = true;
}
