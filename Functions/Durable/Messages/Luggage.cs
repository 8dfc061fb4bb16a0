using System.Globalization;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Functions.Durable.Messages;

/// <summary>What an orchestration takes along when it continues as new, beside the state of its execution.</summary>
public sealed record Luggage
{
    /// <summary>Nothing.</summary>
    public static readonly Luggage None = new();

    /// <summary>The executions whose ends tasks wait for, by the number of the task.</summary>
    public IReadOnlyDictionary<long, string> Children { get; init; } = new Dictionary<long, string>();

    /// <summary>Executions that are still to be stopped, each as the text of a <see cref="StopInput"/>.</summary>
    public IReadOnlyList<string> Stops { get; init; } = [];

    /// <summary>Tasks that do not wait for a callback any more, which is still to be taken down.</summary>
    public IReadOnlyList<long> Closed { get; init; } = [];

    /// <summary>The length of the longest answer of a task so far, by which the next ones are judged.</summary>
    public int LongestAnswer { get; init; }

    internal bool IsEmpty => Children.Count == 0 && Stops.Count == 0 && Closed.Count == 0 && LongestAnswer == 0;

    internal JsonObject ToJson() => new JsonObjectBuilder()
        .SetIfPresent("children", Children.Count == 0 ? null : JsonObject.Of(Children.Select(child => KeyValuePair.Create(child.Key.ToString(CultureInfo.InvariantCulture), Json.Of(child.Value)))))
        .SetIfPresent("stops", Member.Texts(Stops))
        .SetIfPresent("closed", Member.Numbers(Closed))
        .Set("longest", Json.Of(LongestAnswer))
        .Build();

    internal static Luggage FromJson(JsonObject json) => new()
    {
        Children = (json["children"] as JsonObject ?? JsonObject.Empty).ToDictionary(
            child => long.Parse(child.Key, CultureInfo.InvariantCulture),
            child => (child.Value as JsonString)?.Value ?? throw new FormatException($"expected the ARN of a child, found {child.Value}")),
        Stops = Member.Texts(json, "stops"),
        Closed = Member.Numbers(json, "closed"),
        LongestAnswer = (int)Member.Whole(json, "longest"),
    };
}
