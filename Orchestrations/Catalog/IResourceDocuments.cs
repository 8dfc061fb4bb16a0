namespace TaskOrchestration.Orchestrations.Catalog;

/// <summary>Small documents about resources, one of a kind for each. Whoever changes one changes what they have read, or nothing.</summary>
public interface IResourceDocuments
{
    /// <summary>A document with its edition, or null if there is none.</summary>
    ValueTask<ResourceDocument?> FindAsync(string kind, string resourceArn, CancellationToken cancellationToken = default);

    /// <summary>Keeps a document in place of its <see cref="ResourceDocument.Edition"/>; without an edition, where there is none yet.</summary>
    /// <returns>Whether it is kept; not if another edition is there, or none.</returns>
    ValueTask<bool> TryPutAsync(ResourceDocument document, CancellationToken cancellationToken = default);

    /// <summary>Forgets a document. One that is not there is no error.</summary>
    ValueTask DeleteAsync(string kind, string resourceArn, CancellationToken cancellationToken = default);
}
