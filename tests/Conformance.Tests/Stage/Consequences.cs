using Microsoft.Extensions.DependencyInjection;
using TaskOrchestration.Conformance.Tests.Comparing;
using TaskOrchestration.Conformance.Tests.Corpora;
using TaskOrchestration.Orchestrations.Resources.Queues;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Stage;

/// <summary>Compares what a recorded test found in services after its execution: events and notifications that came into its queues.</summary>
internal static class Consequences
{
    /// <summary>The differences.</summary>
    public static IReadOnlyList<string> Compare(JsonObject filled, CaseWorld world)
    {
        var expect = filled.Object("expect")!;
        var differences = new List<string>();
        if (expect["eventbridge_events"] is JsonArray events)
        {
            // A queue may hand one message out twice; the test wrote down both.
            differences.AddRange(Matcher.Compare(filled, Named(JsonArray.Of(events.Distinct())), Named(Bodies(world))));
        }

        if (expect.Object("extra")?["messages"] is JsonArray messages)
        {
            differences.AddRange(Matcher.Compare(filled, Named(messages), Named(Bodies(world))));
        }

        return differences;
    }

    private static JsonObject Named(JsonArray found) => JsonObject.Of(("found", found));

    private static JsonArray Bodies(CaseWorld world)
    {
        var store = world.Services.GetRequiredService<IMessageStore>();
        return JsonArray.Of(world.Services.GetRequiredService<QueueDirectory>().All
            .SelectMany(queue => CaseWorld.Now(store.ListAsync(queue.Name, int.MaxValue).AsTask()))
            .Select(message => message.Body.StartsWith('{') ? Json.Parse(message.Body) : Json.Of(message.Body)));
    }
}
