using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Functions.Durable.Messages;

/// <summary>A failure as JSON and back.</summary>
internal static class FailureCodec
{
    public static JsonObject ToJson(Failure failure) => new JsonObjectBuilder(2).SetIfPresent("error", failure.Error).SetIfPresent("cause", failure.Cause).Build();

    public static Failure FromJson(JsonObject json) => new(Member.OptionalText(json, "error"), Member.OptionalText(json, "cause"));
}
