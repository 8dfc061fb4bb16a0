using System.Text.RegularExpressions;
using TaskOrchestration.Conformance.Tests.Corpora;
using TaskOrchestration.Orchestrations.Resources.Queues;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Stage;

/// <summary>Values that a recorded test took out of earlier answers: <c>${expr:json(r2.Messages.0.Body)['TaskToken']}</c>.</summary>
/// <remarks>Step <c>r2</c> is the second call of the set-up; a number past them is what the test itself read from its queues: the bodies of all messages.</remarks>
internal sealed partial class RecordedValues(JsonObject filled, IReadOnlyList<QueuedMessage> messages)
{
    /// <summary>The parameters with their values in place; what cannot be found stays as it is.</summary>
    public JsonObject Resolve(JsonObject parameters) => JsonObject.Of(parameters.Select(parameter => KeyValuePair.Create(
        parameter.Key, parameter.Value is JsonString text && Reference().Match(text.Value) is { Success: true } match ? Value(match) ?? parameter.Value : parameter.Value)));

    private Json? Value(Match match)
    {
        var found = match.Groups["path"].Value.Split('.').Aggregate(Answer(int.Parse(match.Groups["step"].ValueSpan)), Inside);
        foreach (Capture key in match.Groups["key"].Captures)
        {
            found = Inside(found is JsonString text ? Json.Parse(text.Value) : found, key.Value);
        }

        return found;
    }

    private static Json? Inside(Json? value, string step) => value switch
    {
        JsonArray items when int.TryParse(step, out var index) && index < items.Count => items[index],
        JsonObject members => members[step],
        _ => null,
    };

    private Json? Answer(int step)
    {
        var setup = filled.Items("setup");
        return step <= setup.Count && setup[step - 1].Text("call") is { } call
            ? call == "ReceiveMessage" ? JsonObject.Of(("Messages", JsonArray.Of(messages.Select(Received)))) : ReadByTheTest()
            : ReadByTheTest();
    }

    private JsonArray ReadByTheTest() => JsonArray.Of(messages.Select(message => message.Body.StartsWith('{') ? Json.Parse(message.Body) : Json.Of(message.Body)));

    private static JsonObject Received(QueuedMessage message) => JsonObject.Of(("MessageId", Json.Of(message.MessageId)), ("Body", Json.Of(message.Body)));

    [GeneratedRegex(@"^\$\{(?:expr:)?(?:json\()?r(?<step>[0-9]+)\.(?<path>[\w.]+)\)?(?:\['(?<key>\w+)'\])*\}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reference();
}
