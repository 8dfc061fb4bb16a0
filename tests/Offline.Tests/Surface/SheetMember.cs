namespace TaskOrchestration.Offline.Tests.Surface;

/// <summary>A member of a type, as a line says it.</summary>
/// <param name="Line">The whole line.</param>
/// <param name="Name">Its name, for messages about its likes.</param>
/// <param name="IsAbstract">Whether a subclass has to have it.</param>
/// <param name="IsVirtual">Whether a subclass may have another.</param>
/// <param name="IsProtected">Whether only a subclass sees it; of properties, the sheet does not say.</param>
/// <param name="Signature">The rest, without the accessors of a property and without default values that say nothing.</param>
/// <param name="Accessors">What can be done to a property.</param>
internal sealed record SheetMember(
    string Line, string Name, bool IsAbstract, bool IsVirtual, bool IsProtected, string Signature, IReadOnlyList<string> Accessors)
{
    private static readonly HashSet<string> Words = ["abstract", "virtual", "protected"];

    /// <summary>Reads a line.</summary>
    public static SheetMember Parse(string line)
    {
        var modifiers = line.Split(' ').TakeWhile(Words.Contains).ToList();
        var rest = line[modifiers.Sum(word => word.Length + 1)..];
        var brace = rest.IndexOf(" { ", StringComparison.Ordinal);
        var accessors = brace < 0 ? [] : rest[(brace + 3)..].Split([' ', ';', '}'], StringSplitOptions.RemoveEmptyEntries);
        var signature = brace < 0 ? rest : rest[..brace];
        var parameters = signature.IndexOf('(', StringComparison.Ordinal);
        var head = parameters < 0 ? signature : signature[..parameters];
        return new SheetMember(
            line, head[(LastSpace(head) + 1)..], modifiers.Contains("abstract"), modifiers.Contains("virtual"), modifiers.Contains("protected"), signature, accessors);
    }

    /// <summary>The space before the name: one inside angle brackets belongs to the name or to a type.</summary>
    private static int LastSpace(string head)
    {
        var depth = 0;
        for (var i = head.Length - 1; i >= 0; i--)
        {
            depth += head[i] switch { '>' => 1, '<' => -1, _ => 0 };
            if (depth == 0 && head[i] == ' ')
            {
                return i;
            }
        }

        return -1;
    }
}
