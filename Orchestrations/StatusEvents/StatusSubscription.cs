using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.StatusEvents;

/// <summary>Who is told when executions become something else.</summary>
public sealed record StatusSubscription
{
    /// <summary>Its name, unique among subscriptions. What waits to be delivered is kept under it.</summary>
    public required string Name { get; init; }

    /// <summary>Where the events go.</summary>
    public required StatusTarget Target { get; init; }

    /// <summary>The machines, by name or ARN, in which <c>*</c> stands for any characters; empty for all.</summary>
    public IReadOnlyList<string> StateMachines { get; init; } = [];

    /// <summary>What they have to become; empty for anything.</summary>
    public IReadOnlyList<ReportedStatus> Statuses { get; init; } = [];

    /// <summary>What the whole event has to look like, as rules of EventBridge say it; null for anything.</summary>
    public JsonObject? Pattern { get; init; }

    /// <summary>Whether it wants to know that an execution of a machine became something, as far as can be told without the event.</summary>
    public bool Wants(string stateMachineArn, ReportedStatus status)
    {
        ArgumentNullException.ThrowIfNull(stateMachineArn);
        return (Statuses.Count == 0 || Statuses.Contains(status)) && (StateMachines.Count == 0 || StateMachines.Any(pattern => IsMachine(pattern, stateMachineArn)));
    }

    private static bool IsMachine(string pattern, string stateMachineArn) =>
        Matches(pattern, pattern.StartsWith("arn:", StringComparison.Ordinal) ? stateMachineArn : stateMachineArn[(stateMachineArn.LastIndexOf(':') + 1)..]);

    /// <summary>Goes back to the last star alone, so that no pattern takes more than length times length.</summary>
    private static bool Matches(string pattern, string text)
    {
        var (p, t, star, taken) = (0, 0, -1, 0);
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                (star, taken) = (p++, t);
            }
            else if (p < pattern.Length && pattern[p] == text[t])
            {
                p++;
                t++;
            }
            else if (star >= 0)
            {
                p = star + 1;
                t = ++taken;
            }
            else
            {
                return false;
            }
        }

        return pattern.AsSpan(p).TrimStart('*').IsEmpty;
    }
}
