using TaskOrchestration.Orchestrations.Catalog;

namespace TaskOrchestration.Orchestrations.Activities;

/// <summary>Activities can have tags.</summary>
public sealed class TaggedActivities(ActivityCatalog activities) : ITaggedResource
{
    /// <inheritdoc/>
    public async ValueTask<DateTimeOffset?> FindCreationAsync(string resourceArn, CancellationToken cancellationToken = default) =>
        (await activities.FindAsync(resourceArn, cancellationToken))?.CreationDate;
}
