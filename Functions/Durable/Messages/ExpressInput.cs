using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Functions.Durable.Messages;

/// <summary>What an EXPRESS execution is run with.</summary>
/// <param name="Definition">The text of the machine's definition.</param>
/// <param name="Start">What it begins with.</param>
public sealed record ExpressInput(string Definition, ExecutionStart Start)
{
    /// <summary>The text that travels.</summary>
    public string Text => PackedText.Of(JsonObject.Of(
        ("definition", Json.Of(Definition)),
        ("first", FactCodec.ToJson(new Fact.Started(DateTimeOffset.UnixEpoch, Start)))));

    /// <summary>Reads such a text.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static ExpressInput Read(string? text)
    {
        var message = PackedText.ReadObject(text);
        return new(Member.Text(message, "definition"), ((Fact.Started)FactCodec.FromJson(Member.Object(message, "first"))).Start);
    }
}
