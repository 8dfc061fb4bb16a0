using System.Globalization;

namespace TaskOrchestration.Orchestrations.Catalog;

/// <summary>Documents that last as long as the process.</summary>
public sealed class MemoryResourceDocuments : IResourceDocuments
{
    private readonly Lock gate = new();
    private readonly Dictionary<(string Kind, string Arn), ResourceDocument> documents = [];
    private long lastEdition;

    /// <inheritdoc/>
    public ValueTask<ResourceDocument?> FindAsync(string kind, string resourceArn, CancellationToken cancellationToken = default)
    {
        lock (gate)
        {
            return ValueTask.FromResult(documents.GetValueOrDefault((kind, resourceArn)));
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> TryPutAsync(ResourceDocument document, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        lock (gate)
        {
            var key = (document.Kind, document.ResourceArn);
            if (documents.GetValueOrDefault(key)?.Edition != document.Edition)
            {
                return ValueTask.FromResult(false);
            }

            documents[key] = document with { Edition = (++lastEdition).ToString(CultureInfo.InvariantCulture) };
            return ValueTask.FromResult(true);
        }
    }

    /// <inheritdoc/>
    public ValueTask DeleteAsync(string kind, string resourceArn, CancellationToken cancellationToken = default)
    {
        lock (gate)
        {
            documents.Remove((kind, resourceArn));
            return ValueTask.CompletedTask;
        }
    }
}
