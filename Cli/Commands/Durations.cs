using System.Globalization;

namespace TaskOrchestration.Cli.Commands;

/// <summary>Durations as people write them: <c>30s</c>, <c>15m</c>, <c>24h</c>, <c>90d</c>.</summary>
internal static class Durations
{
    /// <summary>Reads one.</summary>
    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = default;
        if (text.Length < 2 || !int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            return false;
        }

        TimeSpan? unit = text[^1] switch
        {
            's' => TimeSpan.FromSeconds(1),
            'm' => TimeSpan.FromMinutes(1),
            'h' => TimeSpan.FromHours(1),
            'd' when count <= 36_500 => TimeSpan.FromDays(1),
            _ => null,
        };
        duration = (unit ?? TimeSpan.Zero) * count;
        return unit is not null;
    }

    /// <summary>Reads a moment: a date with or without a time, or a duration from now on; back from now if it is to be in the past.</summary>
    public static bool TryParseMoment(string text, DateTimeOffset now, bool past, out DateTimeOffset moment)
    {
        if (TryParse(text, out var duration))
        {
            moment = past ? now - duration : now + duration;
            return true;
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out moment);
    }
}
