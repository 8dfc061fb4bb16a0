using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Functions.Durable.Messages;

/// <summary>What the orchestration of a Map Run begins with. What the Map Run is to do is on record.</summary>
/// <param name="Address">The Map Run.</param>
/// <param name="ExecutionArn">The execution that waits for it.</param>
/// <param name="ExecutionRedriveCount">How often that had been redriven when it asked.</param>
/// <param name="Task">The number of the task by which it asked.</param>
public sealed record MapRunInput(MapRunAddress Address, string ExecutionArn, int ExecutionRedriveCount, long Task)
{
    /// <summary>Whether the execution has said that it does not wait any more.</summary>
    public bool IsStopped { get; init; }

    /// <summary>The text that travels.</summary>
    public string Text => PackedText.Of(ToJson());

    /// <summary>Reads such a text.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static MapRunInput Read(string? text) => FromJson(PackedText.ReadObject(text));

    internal JsonObject ToJson() => new JsonObjectBuilder(5)
        .Set("mapRun", Json.Of(Address.Text))
        .Set("execution", Json.Of(ExecutionArn))
        .Set("redrives", Json.Of(ExecutionRedriveCount))
        .Set("task", Json.Of(Task))
        .SetIfPresent("isStopped", Member.Flag(IsStopped))
        .Build();

    internal static MapRunInput FromJson(JsonObject json) => new(
        MapRunAddress.TryParse(Member.Text(json, "mapRun"), out var address) ? address : throw new FormatException($"expected the address of a Map Run, found '{Member.Text(json, "mapRun")}'"),
        Member.Text(json, "execution"),
        (int)Member.Whole(json, "redrives"),
        Member.Whole(json, "task"))
    {
        IsStopped = Member.Flag(json, "isStopped"),
    };
}
