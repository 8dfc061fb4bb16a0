using System.Globalization;
using TaskOrchestration.Orchestrations.Blobs;

namespace TaskOrchestration.Orchestrations.Logs;

/// <summary>Where logs lie: <c>logs/MACHINE/YYYY/MM/DD/HH-NNNNNN.jsonl</c>, times in UTC, blobs of an hour numbered from 1.</summary>
internal sealed class LogBlobs(IBlobStore blobs)
{
    /// <summary>The folder of all logs.</summary>
    public const string Root = OwnFolders.Logs;

    private const string Extension = ".jsonl";

    /// <summary>The number of the last blob, by folder and hour. Only those of the present hours are ever asked for.</summary>
    private readonly Dictionary<(string Folder, string Hour), int> last = [];

    public static LogBlob Begin(string machine, DateTimeOffset hourOf, DateTimeOffset since)
    {
        // A name made of dots alone is one for a machine, but none for a folder.
        var name = machine.All(character => character == '.') ? $"_{machine}" : machine;
        return new LogBlob(
            string.Create(CultureInfo.InvariantCulture, $"{Root}/{name}/{hourOf.UtcDateTime:yyyy/MM/dd}"),
            hourOf.UtcDateTime.ToString("HH", CultureInfo.InvariantCulture),
            since);
    }

    /// <summary>Writes a blob, as the next one of its hour.</summary>
    public async ValueTask WriteAsync(LogBlob blob)
    {
        var number = await LastAsync(blob) + 1;
        await using var content = new MemoryStream(blob.Records.WrittenMemory.ToArray(), writable: false);
        await blobs.WriteAsync($"{blob.Folder}/{blob.Hour}-{number:D6}{Extension}", content, new BlobDraft("application/x-ndjson", By: "execution-logs"));
        last[(blob.Folder, blob.Hour)] = number;
    }

    /// <summary>Deletes those written before a moment.</summary>
    public ValueTask<int> PurgeAsync(DateTimeOffset before) => blobs.PurgeAsync(Root, before);

    private async ValueTask<int> LastAsync(LogBlob blob)
    {
        if (last.TryGetValue((blob.Folder, blob.Hour), out var known))
        {
            return known;
        }

        if (last.Count > 10_000)
        {
            last.Clear();
        }

        var written = await blobs.ListAsync(blob.Folder);
        return written.Select(version => NumberOf(version.Path[(blob.Folder.Length + 1)..], blob.Hour)).DefaultIfEmpty().Max();
    }

    private static int NumberOf(string name, string hour) =>
        name.StartsWith($"{hour}-", StringComparison.Ordinal) && name.EndsWith(Extension, StringComparison.Ordinal)
            && int.TryParse(name.AsSpan(hour.Length + 1, name.Length - hour.Length - 1 - Extension.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : 0;
}
