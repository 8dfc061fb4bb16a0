namespace TaskOrchestration.Domain.Simulators;

/// <summary>How a simulated service can be reached.</summary>
/// <param name="IsDown">Whether it cannot be reached at all.</param>
/// <param name="Delay">How long each call takes.</param>
public sealed record ServiceCondition(bool IsDown = false, TimeSpan Delay = default);
