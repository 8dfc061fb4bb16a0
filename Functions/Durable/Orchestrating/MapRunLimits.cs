namespace TaskOrchestration.Functions.Durable.Orchestrating;

/// <summary>How much the orchestration of a Map Run does at once, and before it continues as new.</summary>
public sealed record MapRunLimits
{
    /// <summary>The limits outside of tests.</summary>
    public static readonly MapRunLimits Standard = new();

    /// <summary>After so many rounds it continues as new.</summary>
    public int Rounds { get; init; } = 50;

    /// <summary>After so many characters came and went it continues as new.</summary>
    public int Characters { get; init; } = 768 * 1024;

    /// <summary>After so many EXPRESS children it continues as new.</summary>
    public int Children { get; init; } = 400;

    /// <summary>Never more EXPRESS children at once.</summary>
    public int Flights { get; init; } = 64;

    /// <summary>A round carries no more characters of ends, but one end at least.</summary>
    public int EndCharacters { get; init; } = 256 * 1024;

    /// <summary>How long it waits at most before it looks at all there is: a signal may get lost.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long it waits where something is expected that nobody tells.</summary>
    public TimeSpan ShortPause { get; init; } = TimeSpan.FromSeconds(5);
}
