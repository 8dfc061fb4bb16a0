using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Functions.Durable.Messages;

/// <summary>An execution that is to be stopped because the one that started it does not wait for it any more.</summary>
/// <param name="Parent">The ARN of the one that started it.</param>
/// <param name="Child">The ARN of the one to stop.</param>
/// <param name="Task">The attempt that must have started it for it to be stopped; null where that is certain.</param>
public sealed record StopInput(string Parent, string Child, long? Task = null)
{
    /// <summary>The text that travels.</summary>
    public string Text => PackedText.Of(new JsonObjectBuilder(3)
        .Set("parent", Json.Of(Parent))
        .Set("child", Json.Of(Child))
        .SetIfPresent("task", Task is { } task ? Json.Of(task) : null)
        .Build());

    /// <summary>Reads such a text.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static StopInput Read(string? text)
    {
        var message = PackedText.ReadObject(text);
        return new(Member.Text(message, "parent"), Member.Text(message, "child"), message["task"] is null ? null : Member.Whole(message, "task"));
    }
}
