using TaskOrchestration.Orchestrations.Blobs;
using TaskOrchestration.StatesLanguage.MapRuns;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.MapRuns.Writing;

/// <summary>Writes the results of a Map Run into files, and a manifest that names them.</summary>
/// <remarks>
/// Each file is one blob however many results are in it, and is made while it is written. Writing them again, after a crash or a redrive, replaces them. There
/// is no file of a kind of which there are no results.
/// </remarks>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html">ResultWriter on AWS</seealso>
internal sealed class ResultFiles(RecordedChildren children, IBlobStore blobs)
{
    private const string ContentType = "application/json";
    private static readonly JsonArray None = JsonArray.Empty;

    /// <summary>Writes the files.</summary>
    /// <returns>The bucket and the key of the manifest.</returns>
    /// <exception cref="ResultWriterException">They cannot be written.</exception>
    public async ValueTask<(string Bucket, string Key)> WriteAsync(MapRun run, ResultWriting writing, CancellationToken cancellationToken)
    {
        var bucket = Text(writing, "Bucket") ?? throw new ResultWriterException("Expected a ResultWriter with an argument 'Bucket', found none.");
        if (OwnFolders.WhyDenied(bucket) is { } reason)
        {
            throw new ResultWriterException($"{reason}.");
        }

        var folder = Folder(Text(writing, "Prefix"), MapRunArn.Parse(run.Arn).Id);
        try
        {
            var form = ResultForm.Of(writing);
            var counts = run.Tally.Executions;
            var files = JsonObject.Of(
                ("FAILED", await FileAsync(ChildFilter.Unsuccessful, "FAILED_0.json", counts.Unsuccessful, child => [child.ToJson()])),
                ("PENDING", await FileAsync(ChildFilter.Pending, "PENDING_0.json", counts.Pending + counts.PendingRedrive, child => [RecordedChildren.Pending(child)])),
                ("SUCCEEDED", await FileAsync(ChildFilter.Succeeded, "SUCCEEDED_0.json", counts.Succeeded, child => ResultForm.Results(child, form))));
            var manifest = JsonObject.Of(("DestinationBucket", Json.Of(bucket)), ("MapRunArn", Json.Of(run.Arn)), ("ResultFiles", files));
            using var content = new MemoryStream(manifest.ToUtf8(), writable: false);
            await blobs.WriteAsync($"{bucket}/{folder}/manifest.json", content, Draft(run), cancellationToken);
            return (bucket, $"{folder}/manifest.json");
        }
        catch (Exception e) when (e is InvalidBlobPathException or IOException or Domain.Failures.TransientFailureException)
        {
            throw new ResultWriterException($"The results cannot be written to the bucket '{bucket}' under '{folder}': {e.Message}", e);
        }

        async ValueTask<Json> FileAsync(ChildFilter filter, string name, long count, Func<ChildResult, IEnumerable<Json>> results)
        {
            if (count == 0)
            {
                return None;
            }

            var key = $"{folder}/{name}";
            var pieces = ResultText.Pieces(children.ReadAsync(run, filter, cancellationToken).SelectMany(results), writing.Config.OutputType ?? ResultOutputType.Json);
            await using var content = new ResultStream(pieces.GetAsyncEnumerator(cancellationToken));
            var written = await blobs.WriteAsync($"{bucket}/{key}", content, Draft(run), cancellationToken);
            return JsonArray.Of(JsonObject.Of(("Key", Json.Of(key)), ("Size", Json.Of(written.Length))));
        }
    }

    private static string Folder(string? prefix, string id) => prefix?.Trim('/') is { Length: > 0 } folder ? $"{folder}/{id}" : id;

    private static BlobDraft Draft(MapRun run) => new(ContentType, run.ExecutionArn);

    private static string? Text(ResultWriting writing, string name) => writing.Arguments[name] switch
    {
        null or JsonNull => null,
        JsonString { Value.Length: > 0 } text => text.Value,
        var other => throw new ResultWriterException($"Expected a text for the ResultWriter's argument '{name}', found {other}."),
    };
}
