using System.Collections.Concurrent;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources.Events;

/// <summary>The rules of the buses. An event that meets none goes nowhere, as on AWS.</summary>
public sealed class EventRules
{
    private readonly ConcurrentDictionary<string, EventRule> rules = [];

    /// <summary>Adds a rule, in the place of one that has the name.</summary>
    public void Add(EventRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        rules[rule.Name] = rule;
    }

    /// <summary>Those that are there, in alphabetical order.</summary>
    public IReadOnlyList<EventRule> All => [.. rules.Values.OrderBy(rule => rule.Name, StringComparer.Ordinal)];

    /// <summary>The queues that get an event.</summary>
    public IReadOnlyList<string> QueuesFor(string bus, JsonObject happened) =>
    [
        .. rules.Values
            .Where(rule => rule.Bus == bus && (rule.Pattern is null || EventPattern.Matches(rule.Pattern, happened)))
            .Select(rule => rule.Queue)
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];
}
