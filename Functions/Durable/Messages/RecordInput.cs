using TaskOrchestration.Functions.Executions;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Functions.Durable.Messages;

/// <summary>What an activity is to take down.</summary>
public sealed record RecordInput
{
    /// <summary>What the execution began with, but without its input, which would travel with every activity and which nobody asks for.</summary>
    public required ExecutionStart Start { get; init; }

    /// <summary>When the execution began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The facts.</summary>
    public required FactBatch Batch { get; init; }

    /// <summary>What they meant for attempts at tasks.</summary>
    public IReadOnlyList<TaskProgress> Progress { get; init; } = [];

    /// <summary>The text that travels.</summary>
    public string Text => PackedText.Of(ToJson());

    /// <summary>Reads such a text.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static RecordInput Read(string? text) => FromJson(PackedText.ReadObject(text));

    internal JsonObject ToJson() => new JsonObjectBuilder(4)
        .Set("first", FactCodec.ToJson(new Fact.Started(StartedAt, Start)))
        .Set("batch", BatchCodec.ToJson(Batch))
        .SetIfPresent("progress", ProgressCodec.ToJson(Progress))
        .Build();

    internal static RecordInput FromJson(JsonObject json)
    {
        var first = (Fact.Started)FactCodec.FromJson(Member.Object(json, "first"));
        return new()
        {
            Start = first.Start,
            StartedAt = first.At,
            Batch = BatchCodec.FromJson(Member.Object(json, "batch")),
            Progress = ProgressCodec.FromJson(Member.Items(json, "progress")),
        };
    }
}
