using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;
using TaskOrchestration.StatesLanguage.MapRuns;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.Orchestrations.MapRuns.Reading;

/// <summary>The items of what a query of Athena has unloaded: those of the files that its manifest names, one <c>s3://bucket/key</c> a line.</summary>
/// <seealso href="https://docs.aws.amazon.com/athena/latest/ug/unload.html">UNLOAD on AWS</seealso>
internal sealed class AthenaManifest(StoredObjects objects)
{
    private const string Scheme = "s3://";

    /// <summary>The items, one by one. Files are read as what <c>InputType</c> says they are, compressed by gzip or not.</summary>
    public async IAsyncEnumerable<MapItem> ReadAsync(Stream stream, ReaderConfig config, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var line in Lines.ReadAsync(stream, cancellationToken))
        {
            var uri = Encoding.UTF8.GetString(line.Span).Trim().Trim('"');
            if (uri.Length == 0)
            {
                continue;
            }

            var (bucket, key) = AddressIn(uri);
            await using var content = await objects.OpenAsync(bucket, key, versionId: null, cancellationToken);
            await using var file = await PlainAsync(content.Stream, cancellationToken);
            var source = StoredObjects.UriOf(bucket, key);
            await foreach (var item in FileItems.Of(file, config, cancellationToken))
            {
                yield return item with { Source = source };
            }
        }
    }

    /// <summary>What is in a file, be it compressed or not: names do not tell.</summary>
    private static async ValueTask<Stream> PlainAsync(Stream file, CancellationToken cancellationToken)
    {
        var first = new byte[2];
        var read = await file.ReadAtLeastAsync(first, first.Length, throwOnEndOfStream: false, cancellationToken);
        file.Seek(-read, SeekOrigin.Current);
        return first is [0x1F, 0x8B] ? new GZipStream(file, CompressionMode.Decompress, leaveOpen: true) : file;
    }

    private static (string Bucket, string Key) AddressIn(string uri)
    {
        var slash = uri.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? uri.IndexOf('/', Scheme.Length) : -1;
        return slash > Scheme.Length && slash < uri.Length - 1
            ? (uri[Scheme.Length..slash], uri[(slash + 1)..])
            : throw new ItemReaderException($"Expected a manifest with an s3://bucket/key a line, found '{uri}'.");
    }
}
