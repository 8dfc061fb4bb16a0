using System.Text.RegularExpressions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources.Events;

/// <summary>Whether an event meets a pattern.</summary>
/// <remarks>
/// An object asks for all its members, a list for one of its tests: a value, or <c>prefix</c>, <c>suffix</c>, <c>equals-ignore-case</c>, <c>wildcard</c>, <c>anything-but</c>,
/// <c>numeric</c>, <c>exists</c>. <c>$or</c> asks for one of several patterns.
/// </remarks>
/// <seealso href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html">Comparison operators in event patterns</seealso>
public static class EventPattern
{
    private static readonly TimeSpan LongestMatch = TimeSpan.FromSeconds(1);

    /// <summary>Whether it does.</summary>
    public static bool Matches(JsonObject pattern, JsonObject happened)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        ArgumentNullException.ThrowIfNull(happened);
        return pattern.All(asked => asked.Key == "$or" && asked.Value is JsonArray choices
            ? choices.Any(choice => choice is JsonObject one && Matches(one, happened))
            : MeetsMember(asked.Value, happened[asked.Key]));
    }

    /// <summary>Why this is no pattern, or null.</summary>
    public static string? ProblemIn(JsonObject pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        foreach (var (name, asked) in pattern)
        {
            var problem = asked switch
            {
                JsonArray { Count: 0 } => $"{name}: expected at least one value to match, found an empty list",
                JsonArray => null,
                JsonObject inner => ProblemIn(inner) is { } within ? $"{name}.{within}" : null,
                _ => $"{name}: expected a list of values to match or an object, found {asked}",
            };
            if (problem is not null)
            {
                return problem;
            }
        }

        return null;
    }

    private static bool MeetsMember(Json asked, Json? found) => asked switch
    {
        JsonObject inner => found is JsonObject members ? Matches(inner, members) : inner.All(member => MeetsMember(member.Value, found: null)),
        JsonArray tests when found is JsonArray several => tests.Any(test => several.Any(one => Meets(test, one)) || Meets(test, found)),
        JsonArray tests => tests.Any(test => Meets(test, found)),
        _ => false,
    };

    private static bool Meets(Json test, Json? found) => test is JsonObject { Count: 1 } comparison
        ? Meets(comparison.Names[0], comparison.Values[0], found)
        : found is not null && test.Equals(found);

    private static bool Meets(string comparison, Json wanted, Json? found) => comparison switch
    {
        "exists" => (wanted is JsonBoolean { Value: true }) == found is not null,
        "anything-but" => found is not null && !IsAmong(wanted, found),
        "numeric" => found is JsonNumber number && wanted is JsonArray bounds && IsWithin(bounds, number.Value),
        _ => found is JsonString text && MeetsText(comparison, wanted, text.Value),
    };

    private static bool IsAmong(Json excluded, Json found) => excluded switch
    {
        JsonArray values => values.Any(value => value.Equals(found)),
        JsonObject { Count: 1 } => Meets(excluded, found),
        _ => excluded.Equals(found),
    };

    private static bool IsWithin(JsonArray bounds, double value)
    {
        for (var i = 0; i + 1 < bounds.Count; i += 2)
        {
            if (bounds[i] is not JsonString { Value: var sign } || bounds[i + 1] is not JsonNumber { Value: var bound } || !Holds(sign, value, bound))
            {
                return false;
            }
        }

        return bounds.Count > 1;
    }

    private static bool Holds(string sign, double value, double bound) => sign switch
    {
        "=" => value.Equals(bound),
        "<" => value < bound,
        "<=" => value <= bound,
        ">" => value > bound,
        ">=" => value >= bound,
        _ => false,
    };

    private static bool MeetsText(string comparison, Json wanted, string text)
    {
        if (wanted is JsonObject { Count: 1 } folded && folded["equals-ignore-case"] is JsonString ignoring)
        {
            return MeetsText(comparison, ignoring.Value, text, StringComparison.OrdinalIgnoreCase);
        }

        return wanted is JsonString asked && MeetsText(comparison, asked.Value, text, StringComparison.Ordinal);
    }

    private static bool MeetsText(string comparison, string asked, string text, StringComparison sense) => comparison switch
    {
        "prefix" => text.StartsWith(asked, sense),
        "suffix" => text.EndsWith(asked, sense),
        "equals-ignore-case" => text.Equals(asked, StringComparison.OrdinalIgnoreCase),
        "wildcard" => Regex.IsMatch(text, $@"\A{Regex.Escape(asked).Replace(@"\*", ".*", StringComparison.Ordinal)}\z", RegexOptions.Singleline, LongestMatch),
        _ => false,
    };
}
