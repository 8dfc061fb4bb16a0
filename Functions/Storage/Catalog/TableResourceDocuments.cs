using Azure;
using Azure.Data.Tables;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Functions.Storage.Catalog;

/// <summary>Documents about resources in the table <c>statemachines</c>: those of a resource in a partition of its own, one row a kind.</summary>
internal sealed class TableResourceDocuments(EntityTables tables) : IResourceDocuments
{
    private const string Content = "Content";

    private readonly EntityTable table = tables[TableNames.StateMachines];

    /// <inheritdoc/>
    public async ValueTask<ResourceDocument?> FindAsync(string kind, string resourceArn, CancellationToken cancellationToken = default) =>
        await table.FindAsync(PartitionOf(resourceArn), kind, cancellationToken: cancellationToken) is { } row
            ? new ResourceDocument(kind, resourceArn, Json.Parse(row.FindText(Content) ?? throw new InvalidDataException($"Expected {Content} of {kind} of {resourceArn}, found none.")), row.ETag.ToString())
            : null;

    /// <inheritdoc/>
    public async ValueTask<bool> TryPutAsync(ResourceDocument document, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        var row = new TableEntity(PartitionOf(document.ResourceArn), document.Kind);
        row.SetText(Content, document.Content.ToString());
        return document.Edition is { } edition
            ? await table.TryReplaceAsync(row, new ETag(edition), cancellationToken) is not null
            : await table.TryAddAsync(row, cancellationToken) is not null;
    }

    /// <inheritdoc/>
    public async ValueTask DeleteAsync(string kind, string resourceArn, CancellationToken cancellationToken = default) =>
        await table.TryDeleteAsync(PartitionOf(resourceArn), kind, cancellationToken: cancellationToken);

    private static string PartitionOf(string resourceArn) => $"d|{KeyText.Of(resourceArn)}";
}
