using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources.StepFunctions;

/// <summary>Between the members of the API (<c>stateMachineArn</c>) and those that tasks use (<c>StateMachineArn</c>).</summary>
internal static class SdkCase
{
    /// <summary>Maps with names that are the user's own.</summary>
    private static readonly string[] OwnNames = ["VariableReferences", "variableReferences"];

    /// <summary>What a task gives, as the API takes it.</summary>
    public static JsonObject OfParameters(JsonObject parameters) => (JsonObject)Renamed(parameters, char.ToLowerInvariant);

    /// <summary>What the API answers, as a task sees it: with moments as texts.</summary>
    public static JsonObject OfAnswer(JsonObject answer) => (JsonObject)Renamed(answer, char.ToUpperInvariant);

    private static Json Renamed(Json value, Func<char, char> change) => value switch
    {
        JsonObject members => JsonObject.Of(members.Select(member => Renamed(member, change))),
        JsonArray items => JsonArray.Of(items.Select(item => Renamed(item, change))),
        _ => value,
    };

    private static KeyValuePair<string, Json> Renamed(KeyValuePair<string, Json> member, Func<char, char> change)
    {
        var name = member.Key.Length == 0 ? "" : $"{change(member.Key[0])}{member.Key[1..]}";
        return KeyValuePair.Create(name, OwnNames.Contains(name) ? member.Value : IsMoment(name) && member.Value is JsonNumber seconds ? Moment(seconds) : Renamed(member.Value, change));
    }

    private static bool IsMoment(string name) => name.EndsWith("Date", StringComparison.Ordinal) || name == "Timestamp";

    private static Json Moment(JsonNumber seconds) =>
        Json.Of(Timestamp.Format(DateTimeOffset.FromUnixTimeMilliseconds((long)Math.Round(seconds.Value * 1000))));
}
