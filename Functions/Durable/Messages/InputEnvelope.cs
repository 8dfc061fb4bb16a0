using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Functions.Durable.Messages;

/// <summary>The text that an orchestration is started with: its definition and its state, each in the text itself or lying elsewhere.</summary>
public sealed record InputEnvelope
{
    /// <summary>The packed definition, a JSON string; or null.</summary>
    public string? Definition { get; init; }

    /// <summary>Where the packed definition lies if it is not here.</summary>
    public StoredText? StoredDefinition { get; init; }

    /// <summary>The Map in the definition whose children's machine it is that runs, or null for the definition's own.</summary>
    public string? MapName { get; init; }

    /// <summary>The packed state (<see cref="ExecutionInput"/>); or null.</summary>
    public string? State { get; init; }

    /// <summary>Where the packed state lies if it is not here.</summary>
    public StoredText? StoredState { get; init; }

    /// <summary>The texts of signals that came while the state was being written and were not seen to.</summary>
    public IReadOnlyList<string> Signals { get; init; } = [];

    /// <summary>The text that travels.</summary>
    public string Text => PackedText.Plain(new JsonObjectBuilder()
        .SetIfPresent("definition", Definition)
        .SetIfPresent("storedDefinition", StoredDefinition?.ToJson())
        .SetIfPresent("map", MapName)
        .SetIfPresent("state", State)
        .SetIfPresent("storedState", StoredState?.ToJson())
        .SetIfPresent("signals", Member.Texts(Signals))
        .Build());

    /// <summary>Reads such a text.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static InputEnvelope Read(string? text)
    {
        var message = PackedText.ReadObject(text);
        return new()
        {
            Definition = Member.OptionalText(message, "definition"),
            StoredDefinition = message["storedDefinition"] is JsonObject definition ? StoredText.FromJson(definition) : null,
            MapName = Member.OptionalText(message, "map"),
            State = Member.OptionalText(message, "state"),
            StoredState = message["storedState"] is JsonObject state ? StoredText.FromJson(state) : null,
            Signals = Member.Texts(message, "signals"),
        };
    }

    /// <summary>The definition of a packed text.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static string Unpack(string packed) => (PackedText.Read(packed) as JsonString)?.Value ?? throw new FormatException("expected the text of a definition, found something else");
}
