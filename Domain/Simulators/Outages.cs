using System.Collections.Concurrent;
using System.Globalization;

namespace TaskOrchestration.Domain.Simulators;

/// <summary>Decides whether something called by a magic name can be reached this time.</summary>
internal sealed class Outages
{
    private readonly ConcurrentDictionary<string, int> tries = new();

    /// <summary>Whether this try, under this token, fails.</summary>
    public bool Strikes(string? name, string token)
    {
        if (MagicValues.Are(name, MagicValues.Unavailable))
        {
            return true;
        }

        return Length(name) is { } length && tries.AddOrUpdate(token, 1, (_, before) => before + 1) <= length;
    }

    private static int? Length(string? name)
    {
        const string Prefix = MagicValues.Unavailable + "-";
        return name is not null
            && name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
            && int.TryParse(name.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            ? length
            : null;
    }
}
