using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Functions.Durable.Messages;

/// <summary>How far attempts at tasks have come, as JSON and back.</summary>
internal static class ProgressCodec
{
    public static Json? ToJson(IReadOnlyCollection<TaskProgress> progress) => progress.Count == 0 ? null : JsonArray.Of(progress.Select(ToJson));

    public static IReadOnlyList<TaskProgress> FromJson(JsonArray items) => [.. items.Select(item => FromJson((JsonObject)item))];

    private static Json ToJson(TaskProgress progress) => new JsonObjectBuilder(5)
        .Set("resource", Json.Of(progress.Resource.Text))
        .Set("phase", Json.Of(progress.Phase.ToString()))
        .Set("at", Member.Moment(progress.At))
        .SetIfPresent("scheduled", Member.Moment(progress.ScheduledAt))
        .SetIfPresent("started", Member.Moment(progress.StartedAt))
        .Build();

    private static TaskProgress FromJson(JsonObject json) => new(
        TaskResource.Parse(Member.Text(json, "resource")),
        Enum.Parse<TaskPhase>(Member.Text(json, "phase")),
        Member.Moment(json, "at"),
        Member.OptionalMoment(json, "scheduled"),
        Member.OptionalMoment(json, "started"));
}
