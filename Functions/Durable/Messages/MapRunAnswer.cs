using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Functions.Durable.Messages;

/// <summary>What a round of a Map Run, or the run of one of its EXPRESS children, has come to.</summary>
public sealed record MapRunAnswer
{
    /// <summary>The digest of the input that is answered (<see cref="ActivityAnswer.Ticket"/>).</summary>
    public required string Ticket { get; init; }

    /// <summary>Whether the orchestration has nothing more to do.</summary>
    public bool IsOver { get; init; }

    /// <summary>Whether the next look is wanted soon: something is expected that nobody tells.</summary>
    public bool IsUrgent { get; init; }

    /// <summary>The numbers of all EXPRESS children that are to run.</summary>
    public IReadOnlyList<long> Running { get; init; } = [];

    /// <summary>How the EXPRESS child ended that was run, as JSON; or null.</summary>
    public JsonObject? End { get; init; }

    /// <summary>The text that travels.</summary>
    public string Text => PackedText.Of(new JsonObjectBuilder(5)
        .Set("ticket", Json.Of(Ticket))
        .SetIfPresent("isOver", Member.Flag(IsOver))
        .SetIfPresent("isUrgent", Member.Flag(IsUrgent))
        .SetIfPresent("running", Member.Numbers(Running))
        .SetIfPresent("end", End)
        .Build());

    /// <summary>Reads such a text.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static MapRunAnswer Read(string? text)
    {
        var message = PackedText.ReadObject(text);
        return new()
        {
            Ticket = Member.Text(message, "ticket"),
            IsOver = Member.Flag(message, "isOver"),
            IsUrgent = Member.Flag(message, "isUrgent"),
            Running = Member.Numbers(message, "running"),
            End = message["end"] as JsonObject,
        };
    }
}
