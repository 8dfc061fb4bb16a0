using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Functions.Durable.Messages;

/// <summary>A task that an activity is to do, and what it is to take down before.</summary>
/// <param name="Record">What is to be taken down.</param>
/// <param name="Request">The task; its execution is that of <paramref name="Record"/>, without its input.</param>
public sealed record TaskInput(RecordInput Record, TaskRequest Request)
{
    /// <summary>The text that travels.</summary>
    public string Text => PackedText.Of(JsonObject.Of(("record", Record.ToJson()), ("task", ToJson(Request))));

    /// <summary>Reads such a text.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static TaskInput Read(string? text)
    {
        var message = PackedText.ReadObject(text);
        var record = RecordInput.FromJson(Member.Object(message, "record"));
        return new(record, FromJson(record.Start, Member.Object(message, "task")));
    }

    private static JsonObject ToJson(TaskRequest request) => new JsonObjectBuilder(8)
        .Set("task", Json.Of(request.Task))
        .Set("visit", Json.Of(request.Visit))
        .Set("state", Json.Of(request.StateName))
        .Set("resource", Json.Of(request.Resource.Text))
        .Set("retries", Json.Of(request.RetryCount))
        .SetIfPresent("invocation", request.Invocation == 0 ? null : Json.Of(request.Invocation))
        .SetIfPresent("deadline", Member.Moment(request.Deadline))
        .Set("input", request.Input)
        .SetIfPresent("isMapRun", request.Resource is TaskResource.MapRun ? Json.True : null)
        .Build();

    private static TaskRequest FromJson(ExecutionStart start, JsonObject json) => new()
    {
        Execution = start,
        Task = Member.Whole(json, "task"),
        Visit = Member.Whole(json, "visit"),
        StateName = Member.Text(json, "state"),
        Resource = json["isMapRun"] is null ? TaskResource.Parse(Member.Text(json, "resource")) : new TaskResource.MapRun(),
        RetryCount = (int)Member.Whole(json, "retries"),
        Invocation = (int)Member.Whole(json, "invocation", absent: 0),
        Deadline = Member.OptionalMoment(json, "deadline"),
        Input = json["input"] ?? throw new FormatException("expected a task with an \"input\", found none"),
    };
}
