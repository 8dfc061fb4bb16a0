using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using TaskOrchestration.Domain.Ports;

namespace TaskOrchestration.Domain.Tasks;

/// <summary>The text by which somebody asks for what follows a page.</summary>
/// <remarks>
/// It holds the place of the page's last task, so that tasks that are added or deleted meanwhile move nothing, and a digest of the query and the place,
/// so that it is good for that query only and an altered one is known for what it is. It is no secret and opens nothing: the query filters whatever it says.
/// </remarks>
public static class TaskCursor
{
    private const int DigestBytes = 9;

    /// <summary>The cursor for what comes after a place in the list of a query.</summary>
    public static string After(TaskPosition position, TaskQuery query)
    {
        var place = Encoding.UTF8.GetBytes(Written(position));
        return Base64Url.EncodeToString([.. Digest(query, place), .. place]);
    }

    /// <summary>The place that a cursor was given out for.</summary>
    /// <exception cref="InvalidCursorException">It was not given out for this query.</exception>
    public static TaskPosition Read(string cursor, TaskQuery query)
    {
        ArgumentNullException.ThrowIfNull(cursor);
        byte[] bytes;
        try
        {
            bytes = Base64Url.DecodeFromChars(cursor);
        }
        catch (FormatException)
        {
            throw NotOurs();
        }

        if (bytes.Length <= DigestBytes || !Digest(query, bytes.AsSpan(DigestBytes)).SequenceEqual(bytes.AsSpan(0, DigestBytes)))
        {
            throw NotOurs();
        }

        return Parsed(Encoding.UTF8.GetString(bytes.AsSpan(DigestBytes)));
    }

    private static string Written(TaskPosition position) => $"{position.Key?.ToString(CultureInfo.InvariantCulture)}/{position.TaskId}";

    private static TaskPosition Parsed(string place)
    {
        var slash = place.IndexOf('/', StringComparison.Ordinal);
        return slash >= 0 && (slash == 0 || long.TryParse(place.AsSpan(0, slash), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _))
            ? new TaskPosition(slash == 0 ? null : long.Parse(place.AsSpan(0, slash), CultureInfo.InvariantCulture), place[(slash + 1)..])
            : throw NotOurs();
    }

    private static ReadOnlySpan<byte> Digest(TaskQuery query, ReadOnlySpan<byte> place)
    {
        ArgumentNullException.ThrowIfNull(query);
        var asked = string.Join(
            '\0',
            query.Owner is null ? "*" : $"={query.Owner}",
            string.Join(',', query.Statuses.Distinct().Order()),
            string.Join(',', query.Kinds.Distinct().Order()),
            query.CreatedFrom?.UtcTicks,
            query.CreatedTo?.UtcTicks,
            query.Text is null ? "" : TaskText.Fold(query.Text),
            query.Sort,
            query.IsDescending);
        return SHA256.HashData([.. Encoding.UTF8.GetBytes(asked), 0, .. place]).AsSpan(0, DigestBytes);
    }

    private static InvalidCursorException NotOurs() =>
        new("Expected a cursor that was given out for the same query, found one that was not.");
}
