using TaskOrchestration.Orchestrations.Resources.Events;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.StatusEvents;

/// <summary>The rules of the default bus as subscriptions: on AWS, too, status changes come there.</summary>
internal static class RuleSubscriptions
{
    private static readonly string[] SameForAll = ["source", "detail-type"];

    private static readonly JsonObject Known = JsonObject.Of(("source", Json.Of(StatusEvent.Source)), ("detail-type", Json.Of(StatusEvent.DetailType)));

    /// <summary>Those that status changes may meet. The name has a slash, so it is no other subscription's.</summary>
    public static IEnumerable<StatusSubscription> Of(IEnumerable<EventRule> rules) => rules
        .Where(rule => rule.Bus == EventRule.DefaultBus && (rule.Pattern is null || EventPattern.Matches(WhatIsKnown(rule.Pattern), Known)))
        .Select(rule => new StatusSubscription
        {
            Name = $"rules/{rule.Name}",
            Target = new StatusTarget.QueueNamed(rule.Queue),
            Pattern = rule.Pattern,
            Statuses = [.. Statuses(rule.Pattern)],
        });

    private static JsonObject WhatIsKnown(JsonObject pattern) => JsonObject.Of([.. pattern.Where(asked => SameForAll.Contains(asked.Key)).Select(asked => (asked.Key, asked.Value))]);

    /// <summary>The statuses a pattern names, where it names them one by one: what it does not want then need not be noted. None for all.</summary>
    private static IEnumerable<ReportedStatus> Statuses(JsonObject? pattern) =>
        (pattern?["detail"] as JsonObject)?["status"] is JsonArray asked && asked.All(one => one is JsonString)
            ? asked.Cast<JsonString>().Select(one => ReportedStatuses.Find(one.Value)).OfType<ReportedStatus>()
            : [];
}
