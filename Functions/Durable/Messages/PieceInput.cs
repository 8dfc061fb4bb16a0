using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Functions.Durable.Messages;

/// <summary>A piece of a long text that an activity is to write.</summary>
/// <param name="Name">Under which name.</param>
/// <param name="Piece">The piece.</param>
public sealed record PieceInput(string Name, string Piece)
{
    /// <summary>The text that travels.</summary>
    public string Text => PackedText.Of(JsonObject.Of(("name", Json.Of(Name)), ("piece", Json.Of(Piece))));

    /// <summary>Reads such a text.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static PieceInput Read(string? text)
    {
        var message = PackedText.ReadObject(text);
        return new(Member.Text(message, "name"), Member.Text(message, "piece"));
    }
}
