namespace TaskOrchestration.Functions.Durable.Orchestrating;

/// <summary>How much an orchestration does before it continues as new.</summary>
public sealed record GenerationLimits
{
    /// <summary>The limits outside of tests.</summary>
    public static readonly GenerationLimits Standard = new();

    /// <summary>From so many facts on, no activity is begun.</summary>
    public int Facts { get; init; } = 400;

    /// <summary>From so many characters on, no activity is begun.</summary>
    public int Characters { get; init; } = 768 * 1024;

    /// <summary>Never more activities at once.</summary>
    public int Flights { get; init; } = 256;
}
