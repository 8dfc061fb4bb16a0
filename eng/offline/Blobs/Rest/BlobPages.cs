using System.Runtime.CompilerServices;
using Azure.Core;
using Azure.Storage.Blobs.Models;

namespace Azure.Storage.Blobs.Rest;

/// <summary>A list of blobs, page after page.</summary>
internal sealed class BlobPages(BlobEndpoint endpoint, Uri container, GetBlobsOptions options, CancellationToken cancellationToken)
    : AsyncPageable<BlobItem>(cancellationToken)
{
    private static readonly (BlobTraits Trait, string Word)[] Traits =
    [
        (BlobTraits.CopyStatus, "copy"), (BlobTraits.Metadata, "metadata"), (BlobTraits.Tags, "tags"),
        (BlobTraits.ImmutabilityPolicy, "immutabilitypolicy"), (BlobTraits.LegalHold, "legalhold"),
    ];

    private static readonly (BlobStates State, string Word)[] States =
    [
        (BlobStates.Snapshots, "snapshots"), (BlobStates.Uncommitted, "uncommittedblobs"), (BlobStates.Deleted, "deleted"),
        (BlobStates.Version, "versions"), (BlobStates.DeletedWithVersions, "deletedwithversions"),
    ];

    public override IAsyncEnumerable<Page<BlobItem>> AsPages(string? continuationToken = null, int? pageSizeHint = null) =>
        PagesAsync(continuationToken, pageSizeHint);

    private async IAsyncEnumerable<Page<BlobItem>> PagesAsync(
        string? marker, int? size, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(CancellationToken, cancellationToken);
        do
        {
            using var message = endpoint.Message(RequestMethod.Get, container, Query(marker, size));
            await endpoint.SendAsync(message, [200], either.Token);
            var (blobs, next) = BlobListXml.Read(message.Response.ContentStream!);
            yield return Page<BlobItem>.FromValues(blobs, next, message.Response);
            marker = next;
        }
        while (marker is not null);
    }

    private string Query(string? marker, int? size)
    {
        var included = Traits.Where(each => options.Traits.HasFlag(each.Trait)).Select(each => each.Word)
            .Concat(States.Where(each => options.States.HasFlag(each.State)).Select(each => each.Word));
        (string Name, string? Value)[] parameters =
        [
            ("restype", "container"), ("comp", "list"), ("prefix", options.Prefix), ("marker", marker),
            ("maxresults", size?.ToString()), ("include", string.Join(',', included)),
        ];
        return string.Join('&', parameters.Where(each => !string.IsNullOrEmpty(each.Value)).Select(each => $"{each.Name}={Uri.EscapeDataString(each.Value!)}"));
    }
}
