using System.Text;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Functions.Durable.Messages;

/// <summary>JSON that is too long to travel: it lies in so many pieces under a name that follows from it, so that whoever writes it twice writes the same.</summary>
/// <remarks>Neither the name nor the pieces, nor whether it is too long at all, depend on how well it can be compressed: an orchestrator finds them out anew with every replay, on whatever host.</remarks>
/// <param name="Name">The name of the whole; a piece adds its number.</param>
/// <param name="Pieces">How many.</param>
public sealed record StoredText(string Name, int Pieces)
{
    /// <summary>How many bytes of JSON travel as they are, and how many characters of a longer one a piece has.</summary>
    public const int LongestPiece = 256 * 1024;

    /// <summary>Where some JSON of an orchestration lies, and its text; null if it can travel.</summary>
    public static (StoredText Place, string Text)? Of(string instanceId, Json json)
    {
        ArgumentNullException.ThrowIfNull(json);
        if (json.Utf8Length <= LongestPiece)
        {
            return null;
        }

        var text = json.ToString();
        return (new($"{instanceId}/{Digest.Of(Encoding.UTF8.GetBytes(text))}", (text.Length + LongestPiece - 1) / LongestPiece), text);
    }

    /// <summary>The name of a piece, counted from 0.</summary>
    public string NameOf(int piece) => FormattableString.Invariant($"{Name}-{piece}");

    /// <summary>A piece of the text.</summary>
    public static string PieceOf(string text, int piece)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text[Cut(text, piece)..Cut(text, piece + 1)];
    }

    internal Json ToJson() => JsonObject.Of(("name", Json.Of(Name)), ("pieces", Json.Of(Pieces)));

    internal static StoredText FromJson(JsonObject json) => new(Member.Text(json, "name"), (int)Member.Whole(json, "pieces"));

    /// <summary>Where a piece begins: never between the halves of a character.</summary>
    private static int Cut(string text, int piece)
    {
        var at = Math.Min(piece * LongestPiece, text.Length);
        return at < text.Length && char.IsLowSurrogate(text[at]) ? at + 1 : at;
    }
}
