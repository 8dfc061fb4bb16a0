using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Functions.Durable.Messages;

/// <summary>An EXPRESS child of a Map Run that an activity is to run.</summary>
/// <param name="MapRun">The Map Run.</param>
/// <param name="Index">The child's number.</param>
public sealed record ExpressChildInput(MapRunInput MapRun, long Index)
{
    /// <summary>The text that travels.</summary>
    public string Text => PackedText.Of(JsonObject.Of(("mapRun", MapRun.ToJson()), ("index", Json.Of(Index))));

    /// <summary>Reads such a text.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static ExpressChildInput Read(string? text)
    {
        var message = PackedText.ReadObject(text);
        return new(MapRunInput.FromJson(Member.Object(message, "mapRun")), Member.Whole(message, "index"));
    }
}
