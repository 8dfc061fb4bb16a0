using TaskOrchestration.Orchestrations.MapRuns;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Functions.Durable.Messages;

/// <summary>What an activity is to go by when it takes a Map Run one round further.</summary>
/// <param name="MapRun">The Map Run.</param>
public sealed record MapRunRound(MapRunInput MapRun)
{
    /// <summary>Counts the rounds of an orchestration, so that no two inputs are alike.</summary>
    public long Number { get; init; }

    /// <summary>The ARNs of the children that have said that they have ended; null to look at all.</summary>
    public IReadOnlyCollection<string>? Ended { get; init; }

    /// <summary>How EXPRESS children have ended, each as JSON (<see cref="EndOf"/>).</summary>
    public IReadOnlyList<Json> Ends { get; init; } = [];

    /// <summary>The text that travels.</summary>
    public string Text => PackedText.Of(new JsonObjectBuilder(4)
        .Set("mapRun", MapRun.ToJson())
        .Set("number", Json.Of(Number))
        .SetIfPresent("ended", Ended is null ? null : JsonArray.Of(Ended.Select(Json.Of)))
        .SetIfPresent("ends", Ends.Count == 0 ? null : JsonArray.Of(Ends))
        .Build());

    /// <summary>Reads such a text.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static MapRunRound Read(string? text)
    {
        var message = PackedText.ReadObject(text);
        return new(MapRunInput.FromJson(Member.Object(message, "mapRun")))
        {
            Number = Member.Whole(message, "number"),
            Ended = message["ended"] is null ? null : Member.Texts(message, "ended"),
            Ends = [.. Member.Items(message, "ends")],
        };
    }

    /// <summary>The end that some of <see cref="Ends"/> stands for.</summary>
    /// <exception cref="FormatException">It stands for none.</exception>
    public static ChildEnd EndOf(Json json) => ChildEndCodec.FromJson(json as JsonObject ?? throw new FormatException($"expected the end of a child, found {json}"));
}
