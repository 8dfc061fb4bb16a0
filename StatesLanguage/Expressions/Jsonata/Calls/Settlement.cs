using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;

/// <summary>Makes of what an evaluation has come to a value that may leave it.</summary>
internal static class Settlement
{
    /// <summary>The result for a value.</summary>
    public static JsonataResult Of(Json? value, JsonataLimits limits) => value switch
    {
        null => JsonataResult.Undefined,
        Opaque => JsonataResult.Function,
        { Nesting: > 0 } when value.Utf8Length > limits.ResultBytes => throw new JsonataFailure("U1001") { Text = JsonataFailure.MemoryLimit },
        { IsUnsettled: false } => JsonataResult.Of(value),
        JsonNumber number => JsonataResult.NonFinite(Text(number)),
        _ => JsonataResult.Of(Settled(value)),
    };

    private static Json Settled(Json value) => value switch
    {
        { IsUnsettled: false } => value,
        JsonArray { Role: var role } wrapper when (role & ArrayRole.Wrapper) != 0 => wrapper[0],
        JsonArray list => JsonArray.Of(list.Select(Settled)),
        JsonObject members => JsonObject.Of(members.Select(member => KeyValuePair.Create(member.Key, Settled(member.Value)))),
        JsonNumber number => Text(number),
        _ => JsonString.Empty,
    };

    private static JsonString Text(JsonNumber number) => JsonString.Of(number.Value switch
    {
        double.PositiveInfinity => "Infinity",
        double.NegativeInfinity => "-Infinity",
        _ => "NaN",
    });
}
