using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Functions.Durable.Messages;

/// <summary>A text that is too long to travel: it lies in so many pieces under a name that follows from it, so that whoever writes it twice writes the same.</summary>
/// <param name="Name">The name of the whole; a piece adds its number.</param>
/// <param name="Pieces">How many.</param>
public sealed record StoredText(string Name, int Pieces)
{
    /// <summary>How many characters travel as they are, and how many a piece has.</summary>
    public const int LongestPiece = 256 * 1024;

    /// <summary>Where a text of an orchestration lies.</summary>
    public static StoredText Of(string instanceId, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new($"{instanceId}/{Digest.Of(text)}", (text.Length + LongestPiece - 1) / LongestPiece);
    }

    /// <summary>The name of a piece, counted from 0.</summary>
    public string NameOf(int piece) => FormattableString.Invariant($"{Name}-{piece}");

    /// <summary>A piece of the text.</summary>
    public static string PieceOf(string text, int piece)
    {
        ArgumentNullException.ThrowIfNull(text);
        var from = piece * LongestPiece;
        return text.Substring(from, Math.Min(LongestPiece, text.Length - from));
    }

    internal Json ToJson() => JsonObject.Of(("name", Json.Of(Name)), ("pieces", Json.Of(Pieces)));

    internal static StoredText FromJson(JsonObject json) => new(Member.Text(json, "name"), (int)Member.Whole(json, "pieces"));
}
