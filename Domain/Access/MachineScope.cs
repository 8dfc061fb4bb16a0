using TaskOrchestration.Domain.Values;

namespace TaskOrchestration.Domain.Access;

/// <summary>Which state machines a caller may have to do with, and so with which executions and Map Runs.</summary>
/// <param name="Patterns">
/// Names of machines, or ARNs of machines and activities, with <c>*</c> for any text; none for all there are. An activity is found by its ARN alone: it is not a machine, so a name does not mean it.
/// </param>
public sealed record MachineScope(ValueList<string> Patterns)
{
    /// <summary>How many patterns a key may have.</summary>
    public const int MostPatterns = 50;

    /// <summary>How long a pattern may be.</summary>
    public const int LongestPattern = 256;

    private const int PartsOfArn = 7;

    /// <summary>Every machine.</summary>
    public static MachineScope All { get; } = new([]);

    /// <summary>Whether that is no limit at all.</summary>
    public bool IsAll => Patterns.Count == 0;

    /// <summary>Whether a text can be a pattern: a name, or an ARN of seven parts.</summary>
    public static bool IsPattern(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length is > 0 and <= LongestPattern && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))
            && (!text.Contains(':', StringComparison.Ordinal) || (text.StartsWith("arn:", StringComparison.Ordinal) && text.Split(':').Length == PartsOfArn));
    }

    /// <summary>Whether whatever an ARN names is the caller's to have to do with: a machine or an activity, or a version, an alias, an execution or a Map Run of one. What is no such ARN is not.</summary>
    public bool Allows(string arn)
    {
        ArgumentNullException.ThrowIfNull(arn);
        if (IsAll)
        {
            return true;
        }

        if (arn.Split(':') is not ["arn", _, "states", _, _, var kind, { Length: > 0 } rest, ..] parts)
        {
            return false;
        }

        var name = rest.Split('/')[0];
        return kind switch
        {
            "stateMachine" or "execution" or "express" or "mapRun" => Matches(name, $"{string.Join(':', parts[..5])}:stateMachine:{name}"),
            "activity" => Matches(name: null, $"{string.Join(':', parts[..6])}:{rest}"),
            _ => false,
        };
    }

    private bool Matches(string? name, string arn)
    {
        foreach (var pattern in Patterns)
        {
            if (pattern.Contains(':', StringComparison.Ordinal) ? Matches(pattern, arn.AsSpan()) : name is not null && Matches(pattern, name.AsSpan()))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Goes back to the last star where the text does not fit, which is enough: an earlier star could take no more than it.</summary>
    private static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        var (at, place) = (0, 0);
        var (star, from) = (-1, 0);
        while (place < text.Length)
        {
            if (at < pattern.Length && pattern[at] == '*')
            {
                (star, from) = (at++, place);
            }
            else if (at < pattern.Length && pattern[at] == text[place])
            {
                at++;
                place++;
            }
            else if (star >= 0)
            {
                at = star + 1;
                place = ++from;
            }
            else
            {
                return false;
            }
        }

        return pattern[at..].IndexOfAnyExcept('*') < 0;
    }
}
