namespace TaskOrchestration.Orchestrations.Blobs;

/// <summary>What a path of a blob may be.</summary>
public static class BlobPath
{
    /// <summary>The longest path, in UTF-16 code units.</summary>
    public const int MaximumLength = 1_024;

    /// <summary>The longest segment, in UTF-16 code units.</summary>
    public const int MaximumSegmentLength = 255;

    /// <summary>What is wrong with a segment, for instance with the name of an attachment: what was expected and what was found; null when it will do.</summary>
    public static string? SegmentProblem(string segment)
    {
        ArgumentNullException.ThrowIfNull(segment);
        return segment switch
        {
            "" => "Expected a name of 1 to 255 characters, found none.",
            "." or ".." => $"Expected a name, found '{segment}'.",
            { Length: > MaximumSegmentLength } => $"Expected a name of 1 to 255 characters, found one of {segment.Length}.",
            _ when segment.Contains('/', StringComparison.Ordinal) => "Expected a name without '/', found one with it.",
            _ => UnprintableIn(segment) is { } found ? $"Expected a name of printable characters, found U+{(int)found:X4}." : null,
        };
    }

    /// <summary>Makes sure that a path will do.</summary>
    /// <exception cref="InvalidBlobPathException">It will not.</exception>
    public static void Check(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (path.Length > MaximumLength)
        {
            throw new InvalidBlobPathException($"Expected a path of at most {MaximumLength} characters, found one of {path.Length}.");
        }

        if (path.Split('/').Select(SegmentProblem).FirstOrDefault(problem => problem is not null) is { } wrong)
        {
            throw new InvalidBlobPathException($"In a path: {wrong}");
        }
    }

    /// <summary>What the paths under a folder begin with; nothing for the folder of all.</summary>
    /// <param name="folder">Segments separated by <c>/</c>, with or without one at the end; empty for all.</param>
    /// <exception cref="InvalidBlobPathException">No path can begin so.</exception>
    public static string PrefixOf(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        if (folder.Length == 0)
        {
            return "";
        }

        var bare = folder.EndsWith('/') ? folder[..^1] : folder;
        Check(bare);
        return $"{bare}/";
    }

    private static char? UnprintableIn(string segment)
    {
        for (var at = 0; at < segment.Length; at++)
        {
            if (at + 1 < segment.Length && char.IsSurrogatePair(segment[at], segment[at + 1]))
            {
                at++;
            }
            else if (char.IsControl(segment[at]) || char.IsSurrogate(segment[at]))
            {
                return segment[at];
            }
        }

        return null;
    }
}
