namespace TaskOrchestration.Offline.Tests.Surface;

/// <summary>A type of the sheet.</summary>
/// <param name="Kind">For example "static class"; for a delegate or an enum, the whole line.</param>
/// <param name="Name">Its name with its type parameters.</param>
/// <param name="Bases">Its base class, if not object, and its interfaces.</param>
/// <param name="Members">What is in it.</param>
internal sealed record SheetType(string Kind, string Name, IReadOnlyList<string> Bases, List<SheetMember> Members)
{
    private static readonly HashSet<string> Words = ["abstract", "sealed", "static", "class", "struct", "interface"];

    /// <summary>Reads a line.</summary>
    public static SheetType Parse(string line)
    {
        if (line.StartsWith("enum ", StringComparison.Ordinal))
        {
            return new SheetType(line, line["enum ".Length..line.IndexOf(" {", StringComparison.Ordinal)], [], []);
        }

        if (line.StartsWith("delegate ", StringComparison.Ordinal))
        {
            var signature = SheetMember.Parse(line["delegate ".Length..]);
            return new SheetType(line, signature.Name, [], []);
        }

        var colon = line.IndexOf(" : ", StringComparison.Ordinal);
        var words = (colon < 0 ? line : line[..colon]).Split(' ');
        var kind = words.TakeWhile(Words.Contains).ToList();
        return new SheetType(
            string.Join(' ', kind),
            string.Concat(words.Skip(kind.Count).Select((word, place) => place == 0 ? word : $" {word}")),
            colon < 0 ? [] : Signatures.SplitList(line[(colon + 3)..]),
            []);
    }
}
