using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;
using TaskOrchestration.StatesLanguage.MapRuns;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Functions.Storage.MapRuns;

/// <summary>The requests of Map Runs: written before the Map Run is, under a digest of their text, and never changed.</summary>
/// <remarks>With all its items and variables a request may have some megabytes, so it lies in pieces.</remarks>
internal sealed class MapRunRequests(EntityTable table)
{
    /// <summary>How many requests are remembered.</summary>
    private const int Remembered = 64;

    /// <summary>So many characters fit into an entity, whatever they are.</summary>
    private const int PieceLength = 180_000;

    private const string Piece = "Piece";

    private readonly ConcurrentDictionary<(string Partition, RequestKey Key), MapRunRequest> known = [];

    /// <summary>Keeps a request.</summary>
    public async ValueTask<RequestKey> PutAsync(MapRunKeys keys, MapRunRequest request, CancellationToken cancellationToken)
    {
        var text = request.ToJson().ToString();
        List<string> pieces = [.. Pieces(text)];
        var key = new RequestKey(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16)), pieces.Count);
        foreach (var (number, piece) in pieces.Index())
        {
            var entity = new TableEntity(keys.Partition, MapRunKeys.Request(key.Digest, number));
            entity.SetText(Piece, piece);
            await table.PutAsync(entity, cancellationToken);
        }

        return key;
    }

    /// <summary>A request, or null if it is not there as a whole.</summary>
    public async ValueTask<MapRunRequest?> FindAsync(string partition, RequestKey key, CancellationToken cancellationToken)
    {
        if (known.TryGetValue((partition, key), out var request))
        {
            return request;
        }

        var pieces = await Task.WhenAll(Enumerable.Range(0, key.Pieces).Select(number =>
            table.FindAsync(partition, MapRunKeys.Request(key.Digest, number), cancellationToken: cancellationToken).AsTask()));
        if (pieces.Contains(null))
        {
            return null;
        }

        if (known.Count >= Remembered)
        {
            known.Clear();
        }

        return known[(partition, key)] = MapRunRequest.FromJson(Json.Parse(string.Concat(pieces.Select(piece => piece!.FindText(Piece)))));
    }

    /// <summary>No piece ends within a character that takes two: it would come back as another one.</summary>
    private static IEnumerable<string> Pieces(string text)
    {
        for (var (from, end) = (0, 0); from < text.Length; from = end)
        {
            end = Math.Min(from + PieceLength, text.Length);
            if (end < text.Length && char.IsHighSurrogate(text[end - 1]))
            {
                end--;
            }

            yield return text[from..end];
        }
    }
}
