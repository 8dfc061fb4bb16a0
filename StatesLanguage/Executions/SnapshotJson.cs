using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Executions;

/// <summary>How plain values are spelled in a snapshot: moments as milliseconds since 1970.</summary>
internal static class SnapshotJson
{
    public static Json Moment(DateTimeOffset moment) => Json.Of(moment.ToUnixTimeMilliseconds());

    public static DateTimeOffset Moment(Json json) => DateTimeOffset.FromUnixTimeMilliseconds(Whole(json));

    public static long Whole(Json? json) => json is JsonNumber number && number.TryGetInteger(out var whole) ? whole : 0;

    public static string? Text(Json? json) => (json as JsonString)?.Value;

    /// <summary>A number that is left out where it is absent.</summary>
    public static Json? Optional(long? number) => number is { } value ? Json.Of(value) : null;

    public static long? OptionalWhole(Json? json) => json is null ? null : Whole(json);
}
