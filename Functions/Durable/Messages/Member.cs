using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Functions.Durable.Messages;

/// <summary>How plain values are spelled in the driver's messages.</summary>
internal static class Member
{
    public static Json Moment(DateTimeOffset moment) => Json.Of(moment.ToUnixTimeMilliseconds());

    public static Json? Moment(DateTimeOffset? moment) => moment is { } known ? Moment(known) : null;

    public static Json Numbers(IEnumerable<long> numbers) => JsonArray.Of(numbers.Select(Json.Of));

    public static Json? Numbers(IReadOnlyCollection<long> numbers) => numbers.Count == 0 ? null : Numbers((IEnumerable<long>)numbers);

    public static Json? Texts(IReadOnlyCollection<string> texts) => texts.Count == 0 ? null : JsonArray.Of(texts.Select(Json.Of));

    public static Json? Facts(IReadOnlyCollection<Fact> facts) => facts.Count == 0 ? null : JsonArray.Of(facts.Select(FactCodec.ToJson));

    public static Json? Flag(bool value) => value ? Json.True : null;

    public static string Text(JsonObject message, string name) => OptionalText(message, name) ?? throw Missing(message, name, "a text");

    public static string? OptionalText(JsonObject message, string name) => (message[name] as JsonString)?.Value;

    public static long Whole(JsonObject message, string name) => Whole(message[name]) ?? throw Missing(message, name, "a whole number");

    public static long Whole(JsonObject message, string name, long absent) => Whole(message[name]) ?? absent;

    public static DateTimeOffset Moment(JsonObject message, string name) => DateTimeOffset.FromUnixTimeMilliseconds(Whole(message, name));

    public static DateTimeOffset? OptionalMoment(JsonObject message, string name) =>
        Whole(message[name]) is { } moment ? DateTimeOffset.FromUnixTimeMilliseconds(moment) : null;

    public static bool Flag(JsonObject message, string name) => ReferenceEquals(message[name], Json.True);

    public static JsonObject Object(JsonObject message, string name) => message[name] as JsonObject ?? throw Missing(message, name, "an object");

    public static IReadOnlyList<long> Numbers(JsonObject message, string name) =>
        [.. Items(message, name).Select(item => Whole(item) ?? throw Missing(message, name, "whole numbers"))];

    public static IReadOnlyList<string> Texts(JsonObject message, string name) =>
        [.. Items(message, name).Select(item => (item as JsonString)?.Value ?? throw Missing(message, name, "texts"))];

    public static IReadOnlyList<Fact> Facts(JsonObject message, string name) => [.. Items(message, name).Select(FactCodec.FromJson)];

    public static JsonArray Items(JsonObject message, string name) => message[name] as JsonArray ?? JsonArray.Empty;

    private static long? Whole(Json? json) => json is JsonNumber number && number.TryGetInteger(out var whole) ? whole : null;

    private static FormatException Missing(JsonObject message, string name, string expected) =>
        new($"expected \"{name}\" to be {expected}, found {message[name]?.ToString() ?? "none"}");
}
