namespace TaskOrchestration.Orchestrations.Catalog;

/// <summary>A kind of resource that can have tags.</summary>
public interface ITaggedResource
{
    /// <summary>When the resource of an ARN was created; null if it is of another kind, or there is none.</summary>
    ValueTask<DateTimeOffset?> FindCreationAsync(string resourceArn, CancellationToken cancellationToken = default);
}
