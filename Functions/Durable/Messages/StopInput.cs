using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Functions.Durable.Messages;

/// <summary>An execution that is to be stopped because the one that started it does not wait for it any more.</summary>
/// <param name="Parent">The ARN of the one that started it.</param>
/// <param name="Child">The ARN of the one to stop.</param>
public sealed record StopInput(string Parent, string Child)
{
    /// <summary>The text that travels.</summary>
    public string Text => PackedText.Of(JsonObject.Of(("parent", Json.Of(Parent)), ("child", Json.Of(Child))));

    /// <summary>Reads such a text.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static StopInput Read(string? text)
    {
        var message = PackedText.ReadObject(text);
        return new(Member.Text(message, "parent"), Member.Text(message, "child"));
    }
}
