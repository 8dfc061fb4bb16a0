namespace TaskOrchestration.Orchestrations.Catalog;

/// <summary>Machines can have tags. Their versions and aliases cannot.</summary>
public sealed class TaggedMachines(StateMachineCatalog catalog) : ITaggedResource
{
    /// <inheritdoc/>
    public async ValueTask<DateTimeOffset?> FindCreationAsync(string resourceArn, CancellationToken cancellationToken = default) =>
        (await catalog.FindAsync(resourceArn, cancellationToken))?.CreationDate;
}
